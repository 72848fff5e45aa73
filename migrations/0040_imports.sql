-- Which heading of a sheet is which column, as a clerk put it right, kept for the next such sheet.

CREATE TABLE import_mapping (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    register TEXT NOT NULL,
    headings TEXT NOT NULL,
    columns TEXT NOT NULL,
    UNIQUE (register, headings)
);
