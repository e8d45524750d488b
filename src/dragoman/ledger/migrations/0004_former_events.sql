-- An event's id stands for its claims; where claims are grouped anew, the former id still leads to what they tell now.
CREATE TABLE former_event (
    id     TEXT PRIMARY KEY,
    claims TEXT NOT NULL
) STRICT, WITHOUT ROWID;
