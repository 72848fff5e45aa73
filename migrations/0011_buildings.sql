-- Compounds (小区), buildings (楼栋) with their five posts (两长三员), and stairwells (单元).
CREATE TABLE compound (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    community_id TEXT NOT NULL REFERENCES community (id),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    property_mode TEXT NOT NULL,
    owner_unit TEXT NOT NULL,
    property_company TEXT NOT NULL,
    party_branch TEXT NOT NULL,
    owners_committee TEXT NOT NULL,
    households BIGINT,
    note TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX compound_name ON compound (community_id, name) WHERE retired = FALSE;

CREATE TABLE building (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    compound_id TEXT NOT NULL REFERENCES compound (id),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    grid TEXT NOT NULL,
    households BIGINT,
    party_members BIGINT,
    posts TEXT NOT NULL,
    -- One bit for each post without a holder, so that lists can ask for them.
    vacant BIGINT NOT NULL,
    note TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX building_name ON building (compound_id, name) WHERE retired = FALSE;
CREATE INDEX building_grid ON building (grid);

CREATE TABLE stairwell (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    building_id TEXT NOT NULL REFERENCES building (id),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX stairwell_name ON stairwell (building_id, name) WHERE retired = FALSE;
