-- What only PostgreSQL understands: byte order for prefix search and pinyin keys, the change log's guard, and bytes.

ALTER TABLE search_term ALTER COLUMN term TYPE TEXT COLLATE "C";
ALTER TABLE member_unit ALTER COLUMN sort_key TYPE TEXT COLLATE "C";
ALTER TABLE community ALTER COLUMN sort_key TYPE TEXT COLLATE "C";

CREATE TABLE blob_chunk (
    hash TEXT NOT NULL,
    position BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (hash, position)
);

CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the change log is append-only';
END;
$$;
CREATE TRIGGER change_set_append_only BEFORE UPDATE OR DELETE ON change_set
FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER change_line_append_only BEFORE UPDATE OR DELETE ON change_line
FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
