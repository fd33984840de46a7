-- As for every table of a program: a closed one is read and not changed.
CREATE TRIGGER closed_stays BEFORE INSERT OR UPDATE OR DELETE ON saved_view FOR EACH STATEMENT EXECUTE FUNCTION refuse_when_closed();
