-- Building stars (楼栋星级). What is rated is a building or a stairwell; names are copied when a period
-- opens and again when it is published, so that later changes of the register rewrite nothing.

CREATE TABLE rating_scheme (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    series TEXT NOT NULL,
    revision BIGINT NOT NULL,
    name TEXT NOT NULL,
    rules TEXT NOT NULL,
    note TEXT NOT NULL,
    retired BOOLEAN NOT NULL,
    UNIQUE (series, revision)
);

CREATE TABLE rating_period (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    month TEXT NOT NULL,
    community_id TEXT REFERENCES community (id),
    scheme_id TEXT NOT NULL REFERENCES rating_scheme (id),
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    publication_id TEXT,
    correction_reason TEXT NOT NULL,
    due_on DATE NOT NULL,
    volunteers TEXT NOT NULL
);
CREATE INDEX rating_period_month ON rating_period (month, id);
CREATE INDEX rating_period_scheme ON rating_period (scheme_id);

CREATE TABLE rating_entry (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    period_id TEXT NOT NULL REFERENCES rating_period (id),
    object_id TEXT NOT NULL,
    community_id TEXT NOT NULL REFERENCES community (id),
    community TEXT NOT NULL,
    compound_id TEXT NOT NULL,
    compound TEXT NOT NULL,
    name TEXT NOT NULL,
    chief TEXT NOT NULL,
    position BIGINT NOT NULL,
    standing TEXT NOT NULL,
    basis TEXT NOT NULL,
    UNIQUE (period_id, object_id)
);
CREATE INDEX rating_entry_period ON rating_entry (period_id, position);

CREATE TABLE rating_sheet (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    period_id TEXT NOT NULL REFERENCES rating_period (id),
    rated_id TEXT NOT NULL REFERENCES rating_entry (id),
    judge_id TEXT NOT NULL REFERENCES rating_entry (id),
    assigned BOOLEAN NOT NULL,
    marks TEXT NOT NULL,
    UNIQUE (rated_id, judge_id)
);
CREATE INDEX rating_sheet_period ON rating_sheet (period_id);

CREATE TABLE rating_publication (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    period_id TEXT NOT NULL REFERENCES rating_period (id),
    revision BIGINT NOT NULL,
    published_on DATE NOT NULL,
    published_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    model TEXT NOT NULL,
    model_hash TEXT NOT NULL,
    UNIQUE (period_id, revision)
);

CREATE TABLE rating_result (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    publication_id TEXT NOT NULL REFERENCES rating_publication (id),
    month TEXT NOT NULL,
    object_id TEXT NOT NULL,
    community_id TEXT NOT NULL,
    scope_key TEXT NOT NULL,
    scope_name TEXT NOT NULL,
    name TEXT NOT NULL,
    chief TEXT NOT NULL,
    total BIGINT,
    place BIGINT,
    stars BIGINT NOT NULL,
    flag BOOLEAN NOT NULL
);
CREATE INDEX rating_result_publication ON rating_result (publication_id);
CREATE INDEX rating_result_object ON rating_result (object_id, month);

CREATE TABLE rating_flag (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    period_id TEXT NOT NULL REFERENCES rating_period (id),
    month TEXT NOT NULL,
    object_id TEXT NOT NULL,
    community_id TEXT NOT NULL,
    scope_key TEXT NOT NULL,
    scope_name TEXT NOT NULL,
    name TEXT NOT NULL,
    place BIGINT NOT NULL,
    hung_on DATE NOT NULL,
    taken_on DATE,
    reason TEXT NOT NULL
);
CREATE INDEX rating_flag_scope ON rating_flag (scope_key, hung_on, id);
CREATE INDEX rating_flag_object ON rating_flag (object_id, hung_on);

CREATE TABLE rating_selection (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    year BIGINT NOT NULL,
    community_id TEXT REFERENCES community (id),
    seats BIGINT NOT NULL,
    rules TEXT NOT NULL,
    state TEXT NOT NULL,
    decided_on DATE,
    model TEXT,
    model_hash TEXT
);
CREATE INDEX rating_selection_year ON rating_selection (year, id);

CREATE TABLE rating_nominee (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    selection_id TEXT NOT NULL REFERENCES rating_selection (id),
    object_id TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    nominated_by TEXT NOT NULL,
    deeds TEXT NOT NULL,
    rating BIGINT,
    votes BIGINT,
    review BIGINT,
    withdrawn BOOLEAN NOT NULL
);
CREATE INDEX rating_nominee_selection ON rating_nominee (selection_id);
