-- The imports of a long log are found without reading the whole of it.
CREATE INDEX change_set_command ON change_set (command, seq);
