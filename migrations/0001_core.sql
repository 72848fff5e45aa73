-- The tables of Tongxin, in SQL that SQLite and PostgreSQL both accept. Applied migrations are never edited.
-- Enums are kept as their code in TEXT, lists and documents as JSON in TEXT, months as 2026-10.

CREATE TABLE change_set (
    seq BIGINT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    device TEXT NOT NULL,
    command TEXT NOT NULL,
    reason TEXT,
    undoes TEXT,
    changes BIGINT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX change_set_undoes ON change_set (undoes);

CREATE TABLE change_line (
    set_id TEXT NOT NULL REFERENCES change_set (id),
    position BIGINT NOT NULL,
    table_name TEXT NOT NULL,
    record TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    PRIMARY KEY (set_id, position)
);
CREATE INDEX change_line_record ON change_line (record);

CREATE TABLE search_term (
    kind TEXT NOT NULL,
    term TEXT NOT NULL,
    record TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (kind, term, record, source)
);
CREATE INDEX search_term_source ON search_term (source);

CREATE TABLE app_user (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    committees TEXT NOT NULL,
    password_hash TEXT,
    retired BOOLEAN NOT NULL
);

CREATE TABLE office (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    superior TEXT NOT NULL,
    rules TEXT NOT NULL
);

CREATE TABLE issuing_body (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    full_name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    code TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);

CREATE TABLE calendar_year (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    year BIGINT NOT NULL UNIQUE,
    pack TEXT NOT NULL
);

CREATE TABLE counter (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    next BIGINT NOT NULL
);

CREATE TABLE community (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);

CREATE TABLE committee (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    level TEXT NOT NULL,
    community_id TEXT REFERENCES community (id),
    issuing_body_id TEXT REFERENCES issuing_body (id),
    secretary_name TEXT NOT NULL,
    secretary_post TEXT NOT NULL,
    recorder_name TEXT NOT NULL,
    meeting_place TEXT NOT NULL,
    contact TEXT NOT NULL,
    units_per_month BIGINT NOT NULL,
    term_start TEXT,
    term_end TEXT,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX committee_community ON committee (community_id);

CREATE TABLE member_unit (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    nature TEXT NOT NULL,
    relation TEXT NOT NULL,
    party_org TEXT NOT NULL,
    party_members BIGINT,
    leader_name TEXT NOT NULL,
    leader_post TEXT NOT NULL,
    note TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX member_unit_name ON member_unit (name);
CREATE INDEX member_unit_sort ON member_unit (retired, sort_key, id);
CREATE INDEX member_unit_nature ON member_unit (retired, nature, sort_key, id);
CREATE INDEX member_unit_party ON member_unit (retired, COALESCE(party_members, -1), id);

CREATE TABLE unit_name (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    until DATE NOT NULL
);
CREATE INDEX unit_name_unit ON unit_name (unit_id);

CREATE TABLE committee_member (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    duty TEXT NOT NULL,
    unit_id TEXT REFERENCES member_unit (id),
    stage TEXT NOT NULL,
    stages TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX committee_member_committee ON committee_member (committee_id, position);
CREATE INDEX committee_member_unit ON committee_member (unit_id);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    committee_id TEXT NOT NULL REFERENCES committee (id),
    role TEXT NOT NULL,
    liaison_name TEXT NOT NULL,
    liaison_phone TEXT NOT NULL,
    representative_name TEXT NOT NULL,
    representative_post TEXT NOT NULL,
    position BIGINT NOT NULL,
    in_rotation BOOLEAN NOT NULL,
    blocked_months TEXT NOT NULL,
    joined TEXT,
    left_on DATE,
    note TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX membership_unit ON membership (unit_id);
CREATE INDEX membership_committee ON membership (committee_id, position);

CREATE TABLE rota_turn (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    month TEXT NOT NULL,
    position BIGINT NOT NULL,
    planned_unit_id TEXT NOT NULL REFERENCES member_unit (id),
    unit_id TEXT NOT NULL REFERENCES member_unit (id),
    makes_up BOOLEAN NOT NULL,
    origin TEXT NOT NULL,
    reasons TEXT NOT NULL,
    change_reason TEXT NOT NULL,
    theme TEXT NOT NULL,
    activities TEXT NOT NULL,
    done TEXT NOT NULL,
    summary TEXT NOT NULL,
    handover TEXT NOT NULL,
    UNIQUE (committee_id, month, position)
);
CREATE INDEX rota_turn_month ON rota_turn (month);
CREATE INDEX rota_turn_unit ON rota_turn (unit_id, month);

CREATE TABLE meeting (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    kind TEXT NOT NULL,
    extraordinary BOOLEAN NOT NULL,
    month TEXT NOT NULL,
    turn_id TEXT,
    state TEXT NOT NULL,
    session_number BIGINT,
    issue_number BIGINT,
    notice_number TEXT,
    notified_on DATE,
    date DATE NOT NULL,
    time TEXT NOT NULL,
    place TEXT NOT NULL,
    chair_name TEXT NOT NULL,
    chair_post TEXT NOT NULL,
    recorder_name TEXT NOT NULL,
    duty_unit TEXT NOT NULL,
    requirements TEXT NOT NULL,
    state_reason TEXT NOT NULL,
    attendance_taken TIMESTAMPTZ
);
CREATE INDEX meeting_committee ON meeting (committee_id, date, id);
CREATE INDEX meeting_date ON meeting (date, id);
CREATE INDEX meeting_month ON meeting (month);

CREATE TABLE meeting_item (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    proposer TEXT NOT NULL,
    speaker TEXT NOT NULL,
    background TEXT NOT NULL,
    discussion TEXT NOT NULL,
    decision TEXT NOT NULL,
    carried_to TEXT
);
CREATE INDEX meeting_item_meeting ON meeting_item (meeting_id, position);

CREATE TABLE attendance (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    unit_id TEXT,
    unit_name TEXT NOT NULL,
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    state TEXT NOT NULL,
    stand_in TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX attendance_meeting ON attendance (meeting_id, position);
CREATE INDEX attendance_unit ON attendance (unit_id);

CREATE TABLE minutes (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    revision BIGINT NOT NULL,
    state TEXT NOT NULL,
    blocks TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_on DATE,
    instruction TEXT NOT NULL,
    scan TEXT,
    correction_reason TEXT NOT NULL,
    model TEXT,
    model_hash TEXT,
    UNIQUE (meeting_id, revision)
);

CREATE TABLE assignment (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    committee_id TEXT NOT NULL REFERENCES committee (id),
    meeting_id TEXT REFERENCES meeting (id),
    item_id TEXT,
    position BIGINT NOT NULL,
    content TEXT NOT NULL,
    lead_unit_id TEXT REFERENCES member_unit (id),
    lead_name TEXT NOT NULL,
    relation TEXT NOT NULL,
    helpers TEXT NOT NULL,
    assigned_on DATE NOT NULL,
    due_on DATE NOT NULL,
    first_due_on DATE NOT NULL,
    state TEXT NOT NULL,
    claimed_on DATE,
    closed_on DATE,
    closed_by TEXT NOT NULL,
    result TEXT NOT NULL,
    satisfaction BIGINT,
    extension_to DATE,
    extension_asked_on DATE,
    reminded BIGINT NOT NULL
);
CREATE INDEX assignment_due ON assignment (due_on, id);
CREATE INDEX assignment_state ON assignment (state, due_on, id);
CREATE INDEX assignment_committee ON assignment (committee_id, due_on, id);
CREATE INDEX assignment_meeting ON assignment (meeting_id, position);
CREATE INDEX assignment_lead ON assignment (lead_unit_id, due_on);

CREATE TABLE assignment_progress (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    assignment_id TEXT NOT NULL REFERENCES assignment (id),
    at TIMESTAMPTZ NOT NULL,
    by_name TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX assignment_progress_of ON assignment_progress (assignment_id, at);

CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX attachment_owner ON attachment (owner_id);
