-- 月度报送: which committee's return for which month was read in, from which file and when.
CREATE TABLE monthly_return (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    month TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    by_name TEXT NOT NULL,
    UNIQUE (committee_id, month)
);
