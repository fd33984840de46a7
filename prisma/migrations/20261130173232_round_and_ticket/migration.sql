-- What a startup raises and what an investor puts in: suggestions compare them. Empty and null say that nobody said.

ALTER TABLE "startup" ADD COLUMN     "regions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "round" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sought_currency" CHAR(3),
ADD COLUMN     "sought_minor" BIGINT;

ALTER TABLE "investor" ADD COLUMN     "regions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "rounds" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "ticket_currency" CHAR(3),
ADD COLUMN     "ticket_max" BIGINT,
ADD COLUMN     "ticket_min" BIGINT;

ALTER TABLE startup
  ADD CONSTRAINT startup_sought_whole CHECK (num_nonnulls(sought_minor, sought_currency) IN (0, 2) AND sought_minor > 0);
ALTER TABLE investor
  ADD CONSTRAINT investor_ticket_whole CHECK ((ticket_currency IS NOT NULL) = (num_nonnulls(ticket_min, ticket_max) > 0)
    AND ticket_min >= 0 AND ticket_max > 0 AND ticket_min <= ticket_max);

GRANT UPDATE (regions, round, sought_minor, sought_currency) ON startup TO roundtable_app;
GRANT UPDATE (regions, rounds, ticket_min, ticket_max, ticket_currency) ON investor TO roundtable_app;
