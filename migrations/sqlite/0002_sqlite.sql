-- What only SQLite understands: the change log refuses to be rewritten, and bytes.

CREATE TABLE blob_chunk (
    hash TEXT NOT NULL,
    position BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (hash, position)
);

CREATE TRIGGER change_set_no_update BEFORE UPDATE ON change_set
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_set_no_delete BEFORE DELETE ON change_set
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_line_no_update BEFORE UPDATE ON change_line
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_line_no_delete BEFORE DELETE ON change_line
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
