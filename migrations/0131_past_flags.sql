-- Flags hung before the program (期初) belong to no period of its own. The table is made anew, since
-- not every engine can take back that a column must hold something.
ALTER TABLE rating_flag RENAME TO rating_flag_before;
CREATE TABLE rating_flag (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    period_id TEXT REFERENCES rating_period (id),
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
INSERT INTO rating_flag (id, version, period_id, month, object_id, community_id, scope_key, scope_name,
    name, place, hung_on, taken_on, reason)
SELECT id, version, period_id, month, object_id, community_id, scope_key, scope_name,
    name, place, hung_on, taken_on, reason FROM rating_flag_before;
DROP TABLE rating_flag_before;
CREATE INDEX rating_flag_scope ON rating_flag (scope_key, hung_on, id);
CREATE INDEX rating_flag_object ON rating_flag (object_id, hung_on);
