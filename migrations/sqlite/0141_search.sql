-- The index is read by its key only: kept in the key's own order, it is written once instead of twice.
CREATE TABLE search_term_ordered (
    kind TEXT NOT NULL,
    term TEXT NOT NULL,
    record TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (kind, term, record, source)
) WITHOUT ROWID;
INSERT INTO search_term_ordered SELECT kind, term, record, source FROM search_term ORDER BY kind, term, record, source;
DROP TABLE search_term;
ALTER TABLE search_term_ordered RENAME TO search_term;
