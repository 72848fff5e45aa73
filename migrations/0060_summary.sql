-- Who came to each meeting, counted without looking at the rows themselves.
CREATE INDEX attendance_state ON attendance (meeting_id, state);
