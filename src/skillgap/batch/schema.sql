-- The store of a batch: one SQLite file. docs/batch.md describes the tables for users.
-- Version 1 (PRAGMA user_version).

-- What decides about results beside the files: a result counts only for its own settings.
CREATE TABLE settings (
    id              INTEGER PRIMARY KEY,
    key             TEXT NOT NULL UNIQUE,  -- the JSON of everything below
    tool_version    TEXT NOT NULL,
    taxonomy_name   TEXT NOT NULL,
    taxonomy_version TEXT NOT NULL,
    taxonomy_sha256 TEXT NOT NULL,
    as_of           TEXT NOT NULL,
    ocr             TEXT NOT NULL
);

-- What the roles of a run's taxonomy ask for.
CREATE TABLE requirements (
    settings_id  INTEGER NOT NULL REFERENCES settings (id),
    role         TEXT NOT NULL,
    skill        TEXT NOT NULL,
    importance   TEXT NOT NULL CHECK (importance IN ('essential', 'optional')),
    PRIMARY KEY (settings_id, role, skill)
) WITHOUT ROWID;

-- One row an analyzed content; the same bytes are analyzed once, wherever they lie.
CREATE TABLE analyses (
    id           INTEGER PRIMARY KEY,
    settings_id  INTEGER NOT NULL REFERENCES settings (id),
    sha256       TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('ok', 'doubtful', 'unreadable', 'failed')),
    code         TEXT,           -- the reason, for unreadable and failed
    message      TEXT,
    seconds      REAL NOT NULL,
    format       TEXT,
    pages        INTEGER,
    words        INTEGER,
    quality      TEXT,
    warnings     TEXT,           -- JSON: [{"code", "message"}]
    text_sha256  TEXT,           -- of the words in no order: equal for one resume in two formats
    report       BLOB,           -- zlib: the object of `analyze --format json` with every role
    UNIQUE (settings_id, sha256)
);
CREATE INDEX analyses_by_text ON analyses (settings_id, text_sha256);

-- One row an input, as it was found last. sha256 is NULL for what could not be opened.
CREATE TABLE sources (
    source    TEXT PRIMARY KEY,
    sha256    TEXT,
    size      INTEGER,
    modified  INTEGER,
    code      TEXT,
    message   TEXT,
    run_id    INTEGER
) WITHOUT ROWID;
CREATE INDEX sources_by_sha256 ON sources (sha256);

CREATE TABLE coverages (
    analysis_id        INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    role               TEXT NOT NULL,
    coverage           REAL NOT NULL,
    fit                REAL NOT NULL,
    near               INTEGER NOT NULL,
    essential_covered  INTEGER NOT NULL,
    essential_implied  INTEGER NOT NULL,
    essential_total    INTEGER NOT NULL,
    optional_covered   INTEGER NOT NULL,
    optional_implied   INTEGER NOT NULL,
    optional_total     INTEGER NOT NULL,
    PRIMARY KEY (analysis_id, role)
) WITHOUT ROWID;
CREATE INDEX coverages_by_role ON coverages (role, coverage);

CREATE TABLE skills (
    analysis_id  INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    skill        TEXT NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('claimed', 'implied')),
    months       INTEGER,
    last_used    TEXT,
    quote        TEXT NOT NULL,
    PRIMARY KEY (analysis_id, skill)
) WITHOUT ROWID;
CREATE INDEX skills_by_skill ON skills (skill, status);

CREATE TABLE not_counted (
    analysis_id  INTEGER NOT NULL REFERENCES analyses (id) ON DELETE CASCADE,
    skill        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    quote        TEXT NOT NULL,
    PRIMARY KEY (analysis_id, skill)
) WITHOUT ROWID;

CREATE TABLE runs (
    id           INTEGER PRIMARY KEY,
    settings_id  INTEGER NOT NULL REFERENCES settings (id),
    started      TEXT NOT NULL,
    finished     TEXT              -- NULL: it was stopped, or still runs
);

-- For people, datasette and pandas: the results of the last run's settings, one row an input.
CREATE VIEW results AS
SELECT s.source, a.id AS analysis_id, s.sha256,
       coalesce(a.status, 'failed') AS status,
       coalesce(a.code, s.code) AS code, coalesce(a.message, s.message) AS message,
       a.quality, a.format, a.pages, a.words, a.warnings, a.seconds, a.text_sha256
FROM sources s
LEFT JOIN analyses a ON a.sha256 = s.sha256
     AND a.settings_id = (SELECT settings_id FROM runs ORDER BY id DESC LIMIT 1)
WHERE a.id IS NOT NULL OR s.code IS NOT NULL;

-- One row a resume: of inputs with the same words only the first by name.
CREATE VIEW candidates AS
SELECT min(source) AS source, analysis_id, status, quality, format, pages, words, warnings,
       count(*) AS inputs, text_sha256
FROM results WHERE status IN ('ok', 'doubtful')
GROUP BY text_sha256;

CREATE VIEW role_coverage AS
SELECT c.source, c.status, c.quality, v.*
FROM candidates c JOIN coverages v USING (analysis_id);

CREATE VIEW skill_evidence AS
SELECT c.source, k.* FROM candidates c JOIN skills k USING (analysis_id);

-- Every requirement of every role, held against every candidate.
CREATE VIEW requirement_states AS
SELECT c.source, r.role, r.skill, r.importance,
       CASE k.status WHEN 'claimed' THEN 'covered' WHEN 'implied' THEN 'implied' ELSE 'missing' END
           AS status
FROM candidates c
JOIN analyses a ON a.id = c.analysis_id
JOIN requirements r ON r.settings_id = a.settings_id
LEFT JOIN skills k ON k.analysis_id = c.analysis_id AND k.skill = r.skill;

CREATE VIEW not_counted_evidence AS
SELECT c.source, n.* FROM candidates c JOIN not_counted n USING (analysis_id);

CREATE VIEW failures AS
SELECT source, status, code, message FROM results WHERE status IN ('unreadable', 'failed');
