-- Papers that went out under a number (发文登记). A number is given once, from its issuing body's
-- series; a reminder may go out again, under the next ordinal.
CREATE TABLE issued_paper (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    issuing_body_id TEXT NOT NULL REFERENCES issuing_body (id),
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    receiver TEXT NOT NULL,
    issued_on DATE NOT NULL,
    UNIQUE (kind, record_id, ordinal),
    UNIQUE (issuing_body_id, number)
);
CREATE INDEX issued_paper_day ON issued_paper (issued_on, id);
