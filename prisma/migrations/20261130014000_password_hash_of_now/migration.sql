-- A stable function reads what stood when its statement began. Two changes of one password at once would both find the
-- old hash: the second waits for the first and then asks again, and must be told what stands by then.
ALTER FUNCTION password_hash_of(uuid) VOLATILE;
