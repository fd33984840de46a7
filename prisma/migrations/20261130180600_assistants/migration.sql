-- What an assistant changes over the Model Context Protocol is told apart from what a script does with the same token.
ALTER TYPE "means" ADD VALUE 'assistant' BEFORE 'import';
-- A token lets an assistant change nothing unless its owner said so when it was made.
ALTER TABLE "api_token" ADD COLUMN "assistant_writes" BOOLEAN NOT NULL DEFAULT false;
GRANT SELECT ("assistant_writes"), INSERT ("assistant_writes") ON "api_token" TO roundtable_app;
