"""Many resumes: sources -> records -> store -> answers.

jobs (the values), sources and stores (where resumes lie), analyze_one (one input -> one record),
workers and engines (ways to map over inputs), store (SQLite), run (all of it).
"""
