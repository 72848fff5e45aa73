-- What a record is found by follows from its texts as the change log has them, so its terms are taken out by their own keys.
DROP INDEX search_term_source;
