-- What the language model makes of a sentence, by its first character: 384 signed bytes. Linking asks for it.
CREATE TABLE sentence_vector (
    document TEXT NOT NULL REFERENCES document (id),
    start    INTEGER NOT NULL,
    vector   BLOB NOT NULL,
    PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;
