"""`python -m skillgap`."""

from skillgap.cli import run

if __name__ == "__main__":
    run()
