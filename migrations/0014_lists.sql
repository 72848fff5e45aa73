-- 三张清单: what units can give, what is needed, and the projects that come of it. A claim (认领) is
-- a record of who took a need and when; one that is taken back keeps its reason.
CREATE TABLE resource (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    committee_id TEXT REFERENCES committee (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    available TEXT NOT NULL,
    contact TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX resource_sorted ON resource (sort_key, id);
CREATE INDEX resource_unit ON resource (unit_id);

CREATE TABLE need (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    unit_id TEXT REFERENCES member_unit (id),
    proposer TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    raised_on DATE NOT NULL,
    wanted_by DATE,
    state TEXT NOT NULL,
    state_reason TEXT NOT NULL
);
CREATE INDEX need_raised ON need (raised_on, id);
CREATE INDEX need_committee ON need (committee_id, raised_on, id);
CREATE INDEX need_unit ON need (unit_id);

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    need_id TEXT NOT NULL REFERENCES need (id),
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    unit_name TEXT NOT NULL,
    resource_id TEXT REFERENCES resource (id),
    by_name TEXT NOT NULL,
    claimed_on DATE NOT NULL,
    note TEXT NOT NULL,
    withdrawn_on DATE,
    withdrawn_reason TEXT NOT NULL
);
CREATE INDEX claim_need ON claim (need_id, claimed_on);
CREATE INDEX claim_unit ON claim (unit_id, claimed_on);
CREATE INDEX claim_resource ON claim (resource_id);

CREATE TABLE project (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    need_id TEXT NOT NULL REFERENCES need (id),
    claim_id TEXT NOT NULL UNIQUE REFERENCES claim (id),
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    unit_name TEXT NOT NULL,
    need_title TEXT NOT NULL,
    resource_title TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    started_on DATE NOT NULL,
    due_on DATE,
    state TEXT NOT NULL,
    ended_on DATE,
    people_served BIGINT,
    result TEXT NOT NULL
);
CREATE INDEX project_started ON project (started_on, id);
CREATE INDEX project_committee ON project (committee_id, started_on, id);
CREATE INDEX project_unit ON project (unit_id, started_on);
CREATE INDEX project_need ON project (need_id);

-- 共建协议 and the reports that fall due while they run.
CREATE TABLE agreement (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    unit_name TEXT NOT NULL,
    party_name TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    signed_on DATE,
    starts_on DATE NOT NULL,
    expires_on DATE NOT NULL,
    signer TEXT NOT NULL,
    unit_signer TEXT NOT NULL,
    reports_quarterly BOOLEAN NOT NULL,
    renews_id TEXT REFERENCES agreement (id),
    ended_on DATE,
    end_reason TEXT NOT NULL
);
CREATE UNIQUE INDEX agreement_renews ON agreement (renews_id);
CREATE INDEX agreement_expires ON agreement (expires_on, id);
CREATE INDEX agreement_committee ON agreement (committee_id, expires_on, id);
CREATE INDEX agreement_unit ON agreement (unit_id, expires_on);

CREATE TABLE agreement_report (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    agreement_id TEXT NOT NULL REFERENCES agreement (id),
    quarter TEXT NOT NULL,
    reported_on DATE NOT NULL,
    by_name TEXT NOT NULL,
    done TEXT NOT NULL,
    problems TEXT NOT NULL,
    plans TEXT NOT NULL,
    UNIQUE (agreement_id, quarter)
);
