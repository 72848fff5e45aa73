-- Partners (城市社区合伙人) and what they did. Skills and times are JSON lists; `free_time` is what
-- the times mean, a bit for each part of each day of the week; `ends_on` is the last day of the term.
CREATE TABLE partner (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    community_id TEXT REFERENCES community (id),
    unit_id TEXT REFERENCES member_unit (id),
    contact_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    skills TEXT NOT NULL,
    services TEXT NOT NULL,
    discount TEXT NOT NULL,
    times TEXT NOT NULL,
    free_time BIGINT NOT NULL,
    state TEXT NOT NULL,
    steps TEXT NOT NULL,
    number TEXT NOT NULL,
    term_from TEXT,
    term_to TEXT,
    ends_on DATE,
    note TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX partner_sort ON partner (retired, sort_key, id);
CREATE INDEX partner_ends ON partner (retired, ends_on, id);
CREATE INDEX partner_community ON partner (community_id);
CREATE INDEX partner_number ON partner (number);
CREATE INDEX partner_unit ON partner (unit_id);

-- A service record (服务记录): one activity, and below it who took part for how long.
CREATE TABLE service (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    community_id TEXT REFERENCES community (id),
    date DATE NOT NULL,
    place TEXT NOT NULL,
    content TEXT NOT NULL,
    people_served BIGINT,
    satisfaction BIGINT,
    confirmed_by TEXT NOT NULL,
    confirmed_on DATE,
    note TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE INDEX service_day ON service (retired, date, id);
CREATE INDEX service_community ON service (community_id, date);

CREATE TABLE service_share (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    position BIGINT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partner (id),
    partner_name TEXT NOT NULL,
    partner_kind TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    UNIQUE (service_id, partner_id)
);
CREATE INDEX service_share_partner ON service_share (partner_id, service_id, minutes);
