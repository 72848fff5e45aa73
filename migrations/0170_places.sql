-- The list of buildings in official order is read in that order, instead of sorted whole for each page.
CREATE INDEX community_place ON community (position, id);
CREATE INDEX compound_place ON compound (retired, community_id, position, sort_key, id);
CREATE INDEX building_place ON building (retired, compound_id, position, sort_key, id);
