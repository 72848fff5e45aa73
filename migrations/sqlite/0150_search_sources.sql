-- A term names a record once, however many texts of it or beneath it hold the term; the index says how many do.
CREATE TABLE search_term_counted (
    kind TEXT NOT NULL,
    term TEXT NOT NULL,
    record TEXT NOT NULL,
    sources BIGINT NOT NULL,
    PRIMARY KEY (kind, term, record)
) WITHOUT ROWID;
INSERT INTO search_term_counted
    SELECT kind, term, record, COUNT(*) FROM search_term GROUP BY kind, term, record ORDER BY kind, term, record;
DROP TABLE search_term;
ALTER TABLE search_term_counted RENAME TO search_term;
