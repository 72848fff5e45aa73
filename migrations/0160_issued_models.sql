-- A paper under a number is kept as it went out: its model here, the model's hash with the number. What
-- went out before has none. A number is never taken back; what was sent by mistake is 作废.
ALTER TABLE issued_paper ADD COLUMN model_hash TEXT;
ALTER TABLE issued_paper ADD COLUMN voided_on DATE;
ALTER TABLE issued_paper ADD COLUMN void_reason TEXT NOT NULL DEFAULT '';
CREATE TABLE issued_model (
    id TEXT PRIMARY KEY REFERENCES issued_paper (id),
    version BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    model TEXT NOT NULL
);
