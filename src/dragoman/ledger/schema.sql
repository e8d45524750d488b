-- The ledger, schema version 1. Files in migrations/ take it further, one version each.
-- Records are kept as JSON in the contract's key order; columns beside them serve filters and references only.
-- Days are ISO texts, so their order is that of the calendar.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What has been read (or found unreadable) once and is not read again: a row is a completion mark.
CREATE TABLE item (
    key      TEXT PRIMARY KEY,
    status   TEXT NOT NULL CHECK (status IN ('read', 'left_out')),
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    reason   TEXT,
    detail   TEXT,
    CHECK ((status = 'read') = (document IS NOT NULL)),
    CHECK ((status = 'left_out') = (reason IS NOT NULL AND detail IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Every name under which an item was found; the document carries the smallest, whatever came first.
CREATE TABLE sighting (
    key TEXT NOT NULL,
    uri TEXT NOT NULL,
    run INTEGER NOT NULL,
    PRIMARY KEY (key, uri)
) STRICT, WITHOUT ROWID;

CREATE INDEX sighting_uri ON sighting (uri);

-- What a read report says about its own reading, as a guessed encoding.
CREATE TABLE note (
    key    TEXT NOT NULL REFERENCES item (key),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (key, reason, detail)
) STRICT, WITHOUT ROWID;

-- What was left out before it became an item: a missing path, a broken line.
CREATE TABLE left_out (
    uri    TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    run    INTEGER NOT NULL,
    PRIMARY KEY (uri, reason, detail)
) STRICT, WITHOUT ROWID;

-- `own` is the publication day by the report's own evidence, `published` the one after the collection was asked:
-- the latter is worked out anew from all `own` in every build, so instalments end where one build does.
CREATE TABLE document (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    key       TEXT NOT NULL UNIQUE,
    sha256    TEXT NOT NULL,
    captured  TEXT,
    language  TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    own       TEXT NOT NULL,
    published TEXT NOT NULL,
    first     TEXT,
    last      TEXT,
    segments  TEXT NOT NULL,
    text      TEXT NOT NULL
) STRICT;

-- What the collection is asked for a report's publication day.
CREATE TABLE evidence (
    document TEXT PRIMARY KEY REFERENCES document (id),
    record   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    document   TEXT NOT NULL REFERENCES document (id),
    type       TEXT NOT NULL,
    realis     TEXT NOT NULL,
    voice      TEXT NOT NULL,
    phase      TEXT,
    first      TEXT,
    last       TEXT,
    confidence REAL NOT NULL,
    sentence   TEXT NOT NULL,
    record     TEXT NOT NULL
) STRICT;

CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_type ON claim (type, first);

CREATE TABLE claim_actor (
    claim    INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
    role     TEXT NOT NULL CHECK (role IN ('actor', 'target', 'speaker')),
    position INTEGER NOT NULL,
    id       TEXT,
    name     TEXT NOT NULL,
    PRIMARY KEY (claim, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_actor_id ON claim_actor (id);

CREATE TABLE claim_place (
    claim    INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT,
    name     TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_place_id ON claim_place (id);

CREATE TABLE claim_count (
    claim      INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    what       TEXT NOT NULL,
    who        TEXT,
    low        INTEGER NOT NULL,
    high       INTEGER,
    cumulative INTEGER NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- The packs' words for the ids that stand in the records, so that a ledger can be asked without its packs.
CREATE TABLE place (
    id     TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    within TEXT
) STRICT, WITHOUT ROWID;

-- From here: computed from all claims, replaced as a whole.
CREATE TABLE event (
    id      TEXT PRIMARY KEY,
    type    TEXT NOT NULL,
    first   TEXT,
    last    TEXT,
    grade   TEXT NOT NULL,
    reasons TEXT NOT NULL,
    record  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event_claim (
    event TEXT NOT NULL REFERENCES event (id),
    claim TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (event, claim)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_claim_claim ON event_claim (claim);

CREATE TABLE event_actor (
    event TEXT NOT NULL REFERENCES event (id),
    id    TEXT,
    name  TEXT NOT NULL
) STRICT;

CREATE TABLE event_place (
    event TEXT NOT NULL REFERENCES event (id),
    id    TEXT,
    name  TEXT NOT NULL
) STRICT;

CREATE INDEX event_actor_event ON event_actor (event);
CREATE INDEX event_place_event ON event_place (event);

CREATE TABLE control (
    number      INTEGER PRIMARY KEY,
    place       TEXT,
    place_name  TEXT NOT NULL,
    holder      TEXT,
    holder_name TEXT NOT NULL,
    first       TEXT,
    last        TEXT,
    record      TEXT NOT NULL
) STRICT;

CREATE TABLE toll (
    number INTEGER PRIMARY KEY,
    scope  TEXT NOT NULL,
    what   TEXT NOT NULL,
    first  TEXT,
    last   TEXT,
    source TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    id     TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    a       TEXT NOT NULL REFERENCES claim (id),
    b       TEXT NOT NULL REFERENCES claim (id),
    score   REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_b ON link (b);

-- What people decided. Rows are only ever added; a later one supersedes an earlier one by naming it.
CREATE TABLE judgement (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    object     TEXT,
    verdict    TEXT NOT NULL,
    value      TEXT NOT NULL,
    user       TEXT NOT NULL,
    time       TEXT NOT NULL,
    reason     TEXT NOT NULL,
    supersedes INTEGER REFERENCES judgement (id)
) STRICT;

CREATE TRIGGER judgement_is_not_changed BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END;

CREATE TRIGGER judgement_is_not_deleted BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END;

-- Free text: every script, with and without its diacritics.
CREATE VIRTUAL TABLE claim_words USING fts5 (
    sentence, content = 'claim', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER claim_words_insert AFTER INSERT ON claim
BEGIN INSERT INTO claim_words (rowid, sentence) VALUES (new.number, new.sentence); END;

CREATE TRIGGER claim_words_delete AFTER DELETE ON claim
BEGIN INSERT INTO claim_words (claim_words, rowid, sentence) VALUES ('delete', old.number, old.sentence); END;

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'document', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER document_words_insert AFTER INSERT ON document
BEGIN INSERT INTO document_words (rowid, title, text) VALUES (new.number, new.title, new.text); END;

CREATE TRIGGER document_words_delete AFTER DELETE ON document
BEGIN
    INSERT INTO document_words (document_words, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;

-- A document as the contract has it, with the smallest of its names.
CREATE VIEW named_document AS
SELECT document.*, (SELECT min(uri) FROM sighting WHERE sighting.key = document.key) AS uri
FROM document;
