"""Many resumes: inputs -> tasks -> records -> store -> answers.

jobs (the values), sources, archives, names and stores (where resumes lie), analyze_one (one task ->
one record), engines, worker, workers and cluster (ways to map over tasks), database, store and
findings (SQLite), run (all of it); answers (questions to a store), table, outputs, markdown, page
and terminal (how they are shown).
"""
