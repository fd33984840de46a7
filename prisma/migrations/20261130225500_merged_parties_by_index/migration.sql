-- Whoever removes a party asks whether another one was merged into it: without an index the undo of an import of 50,000 parties
-- reads all of them for each.
CREATE INDEX startup_merged_into_key ON startup (program_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX investor_merged_into_key ON investor (program_id, merged_into) WHERE merged_into IS NOT NULL;
