-- Byte order for the sort keys of 0011, which SQLite has by itself.
ALTER TABLE compound ALTER COLUMN sort_key TYPE TEXT COLLATE "C";
ALTER TABLE building ALTER COLUMN sort_key TYPE TEXT COLLATE "C";
ALTER TABLE stairwell ALTER COLUMN sort_key TYPE TEXT COLLATE "C";
