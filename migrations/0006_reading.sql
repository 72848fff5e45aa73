-- Lists count a year's attendance of a hundred units at once: everything that needs lies in these indexes.
CREATE INDEX attendance_counted ON attendance (unit_id, meeting_id, state);
CREATE INDEX meeting_counted ON meeting (id, month, state);
DROP INDEX attendance_unit;
