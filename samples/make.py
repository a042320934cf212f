"""Build the sample resumes: samples/sources/* -> samples/resumes/*.pdf.

    python samples/make.py                  # all of them
    python samples/make.py maya linh        # those whose names begin so

Needs pdflatex (texlive-latex-base, texlive-latex-recommended, texlive-fonts-recommended, lmodern),
chromium, weasyprint and soffice (LibreOffice Writer) on the path, and the fonts Liberation and
DejaVu. WeasyPrint is also found beside the Python that runs this script.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SUFFIXES = {"latex": ".tex", "chromium": ".html", "weasyprint": ".html", "libreoffice": ".fodt"}
PROGRAMS = {
    "latex": "pdflatex",
    "chromium": "chromium",
    "weasyprint": "weasyprint",
    "libreoffice": "soffice",
}
EPOCH = "1717243200"  # 2024-06-01T12:00:00Z, for the dates inside the PDFs where a producer listens


def program(producer: str) -> str:
    """The path of a producer's program; ends the script when it is missing."""
    name = PROGRAMS[producer]
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    found = shutil.which(name, path=path)
    if found is None:
        sys.exit(f"make.py: {name} is needed for the {producer} samples and was not found")
    return found


def command(producer: str, source: Path, work: Path) -> list[str]:
    """The command which writes work/<name>.pdf."""
    exe = program(producer)
    target = work / f"{source.stem}.pdf"
    if producer == "latex":
        options = ["-interaction=nonstopmode", "-halt-on-error", f"-output-directory={work}"]
        return [exe, *options, str(source)]
    if producer == "chromium":
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        profile = f"--user-data-dir={work / 'profile'}"
        return [exe, *options, profile, f"--print-to-pdf={target}", source.as_uri()]
    if producer == "weasyprint":
        return [exe, "--quiet", str(source), str(target)]
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    return [exe, "--headless", profile, "--convert-to", "pdf", "--outdir", str(work), str(source)]


def build(producer: str, pdf: Path) -> None:
    """Build one sample in a scratch directory and move the PDF to its place."""
    source = HERE / "sources" / f"{pdf.stem}{SUFFIXES[producer]}"
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "FORCE_SOURCE_DATE": "1", "TZ": "UTC"}
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        done = subprocess.run(
            command(producer, source, work), env=env, capture_output=True, text=True, check=False
        )
        made = work / pdf.name
        if done.returncode != 0 or not made.exists():
            sys.exit(f"make.py: {source.name} failed\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        pdf.parent.mkdir(exist_ok=True)
        shutil.move(made, pdf)


def main() -> None:
    """Build the samples of samples.toml that the command line names, or all."""
    samples = tomllib.loads((HERE / "samples.toml").read_text(encoding="utf-8"))["sample"]
    for sample in samples:
        pdf = HERE / sample["file"]
        if len(sys.argv) == 1 or pdf.stem.startswith(tuple(sys.argv[1:])):
            build(sample["producer"], pdf)
            print(f"{sample['file']}  ({sample['producer']})")


if __name__ == "__main__":
    main()
