


-- CreateEnum
CREATE TYPE "role" AS ENUM ('officer', 'manager', 'startup');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up');

-- CreateEnum
CREATE TYPE "pair_status" AS ENUM ('open', 'invested', 'passed', 'withdrawn', 'on_hold');

-- CreateEnum
CREATE TYPE "rung" AS ENUM ('interest', 'discussed', 'loi', 'term_sheet', 'committee', 'signed', 'paid', 'follow_on', 'rejected', 'on_hold');

-- CreateEnum
CREATE TYPE "amount_source" AS ENUM ('startup', 'officer', 'investor', 'evidence');

-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('scheduled', 'held', 'no_show', 'cancelled');

-- CreateEnum
CREATE TYPE "meeting_event_kind" AS ENUM ('booked', 'moved', 'changed', 'cancelled', 'held', 'no_show', 'reopened');

-- CreateEnum
CREATE TYPE "side" AS ENUM ('startup', 'investor', 'both');

-- CreateEnum
CREATE TYPE "note_visibility" AS ENUM ('private', 'program', 'shared');

-- CreateEnum
CREATE TYPE "note_side" AS ENUM ('startup', 'program');

-- CreateEnum
CREATE TYPE "means" AS ENUM ('web', 'api', 'import', 'sample', 'system');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'ko',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "password_hash" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "email_hash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "program_id" UUID,
    "token_hash" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "program" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "venue" TEXT NOT NULL DEFAULT '',
    "venue_en" TEXT NOT NULL DEFAULT '',
    "home_zone" TEXT NOT NULL,
    "venue_zone" TEXT NOT NULL,
    "base_currency" TEXT NOT NULL DEFAULT 'KRW',
    "as_of_default" DATE,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_stage" (
    "program_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "meeting_minutes" INTEGER NOT NULL DEFAULT 25,
    "uses_tables" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "program_stage_pkey" PRIMARY KEY ("program_id","stage")
);

-- CreateTable
CREATE TABLE "venue_table" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "venue_table_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "slot" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "membership" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "startup_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "startup" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "summary_en" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "startup_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "investor" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL DEFAULT '',
    "focus" TEXT[],
    "summary" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "investor_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "contact" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startup_id" UUID,
    "investor_id" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "consent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "pair" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "investor_id" UUID NOT NULL,
    "stage" "stage" NOT NULL DEFAULT 'candidate',
    "stage_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "pair_status" NOT NULL DEFAULT 'open',
    "reason_code" TEXT,
    "live_rung" "rung",
    "live_minor" BIGINT,
    "live_currency" CHAR(3),
    "live_on" DATE,
    "interest" SMALLINT,
    "next_step" TEXT,
    "next_step_on" DATE,
    "next_step_owner_id" UUID,
    "owner_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pair_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "stage_event" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "from_stage" "stage",
    "to_stage" "stage" NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,
    "reason" TEXT,

    CONSTRAINT "stage_event_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "status_event" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "from_status" "pair_status" NOT NULL,
    "to_status" "pair_status" NOT NULL,
    "reason_code" TEXT,
    "reason" TEXT,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,

    CONSTRAINT "status_event_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "void" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "stage_event_id" UUID,
    "status_event_id" UUID,
    "amount_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "void_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "investor_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "table_id" UUID,
    "link" TEXT,
    "state" "meeting_state" NOT NULL DEFAULT 'scheduled',
    "no_show_side" "side",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "meeting_participant" (
    "program_id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "meeting_participant_pkey" PRIMARY KEY ("program_id","meeting_id","contact_id")
);

-- CreateTable
CREATE TABLE "meeting_event" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" "meeting_event_kind" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "side" "side",
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,

    CONSTRAINT "meeting_event_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "interest" SMALLINT NOT NULL,
    "asked" TEXT[],
    "note" TEXT,
    "next_step" TEXT,
    "next_step_on" DATE,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "amount" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "rung" "rung" NOT NULL,
    "minor" BIGINT,
    "currency" CHAR(3),
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,
    "source" "amount_source" NOT NULL,
    "evidence" TEXT,
    "reason" TEXT,

    CONSTRAINT "amount_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "note" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "startup_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "visibility" "note_visibility" NOT NULL,
    "side" "note_side" NOT NULL,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "note_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "fx_rate" (
    "program_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "rate" DECIMAL(20,8) NOT NULL,
    "on_day" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "fx_rate_pkey" PRIMARY KEY ("program_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "program_id" UUID,
    "startup_id" UUID,
    "pair_id" UUID,
    "command" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "means" "means" NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_hash_key" ON "sign_in"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_person_id_idx" ON "sign_in"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_person_id_idx" ON "api_token"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_failure_last_at_idx" ON "sign_in_failure"("last_at");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE INDEX "invitation_program_id_idx" ON "invitation"("program_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_slug_key" ON "program"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "venue_table_program_id_name_key" ON "venue_table"("program_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "slot_program_id_stage_starts_at_key" ON "slot"("program_id", "stage", "starts_at");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_program_id_person_id_key" ON "membership"("program_id", "person_id");

-- CreateIndex
CREATE INDEX "contact_program_id_startup_id_idx" ON "contact"("program_id", "startup_id");

-- CreateIndex
CREATE INDEX "contact_program_id_investor_id_idx" ON "contact"("program_id", "investor_id");

-- CreateIndex
CREATE INDEX "pair_program_id_investor_id_idx" ON "pair"("program_id", "investor_id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_program_id_startup_id_investor_id_key" ON "pair"("program_id", "startup_id", "investor_id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_program_id_startup_id_id_key" ON "pair"("program_id", "startup_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_program_id_startup_id_investor_id_id_key" ON "pair"("program_id", "startup_id", "investor_id", "id");

-- CreateIndex
CREATE INDEX "stage_event_program_id_pair_id_effective_at_seq_idx" ON "stage_event"("program_id", "pair_id", "effective_at", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "stage_event_program_id_pair_id_id_key" ON "stage_event"("program_id", "pair_id", "id");

-- CreateIndex
CREATE INDEX "status_event_program_id_pair_id_effective_at_seq_idx" ON "status_event"("program_id", "pair_id", "effective_at", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "status_event_program_id_pair_id_id_key" ON "status_event"("program_id", "pair_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "void_program_id_pair_id_stage_event_id_key" ON "void"("program_id", "pair_id", "stage_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "void_program_id_pair_id_status_event_id_key" ON "void"("program_id", "pair_id", "status_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "void_program_id_pair_id_amount_id_key" ON "void"("program_id", "pair_id", "amount_id");

-- CreateIndex
CREATE INDEX "meeting_program_id_pair_id_idx" ON "meeting"("program_id", "pair_id");

-- CreateIndex
CREATE INDEX "meeting_program_id_starts_at_idx" ON "meeting"("program_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_program_id_startup_id_pair_id_id_key" ON "meeting"("program_id", "startup_id", "pair_id", "id");

-- CreateIndex
CREATE INDEX "meeting_event_program_id_pair_id_meeting_id_seq_idx" ON "meeting_event"("program_id", "pair_id", "meeting_id", "seq");

-- CreateIndex
CREATE INDEX "outcome_program_id_pair_id_seq_idx" ON "outcome"("program_id", "pair_id", "seq");

-- CreateIndex
CREATE INDEX "outcome_program_id_meeting_id_idx" ON "outcome"("program_id", "meeting_id");

-- CreateIndex
CREATE INDEX "amount_program_id_pair_id_effective_on_seq_idx" ON "amount"("program_id", "pair_id", "effective_on", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "amount_program_id_pair_id_id_key" ON "amount"("program_id", "pair_id", "id");

-- CreateIndex
CREATE INDEX "note_program_id_pair_id_created_at_idx" ON "note"("program_id", "pair_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "fx_rate_program_id_base_quote_on_day_key" ON "fx_rate"("program_id", "base", "quote", "on_day");

-- CreateIndex
CREATE INDEX "audit_entry_program_id_at_idx" ON "audit_entry"("program_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_program_id_pair_id_at_idx" ON "audit_entry"("program_id", "pair_id", "at");

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_stage" ADD CONSTRAINT "program_stage_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue_table" ADD CONSTRAINT "venue_table_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_program_id_startup_id_fkey" FOREIGN KEY ("program_id", "startup_id") REFERENCES "startup"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "startup" ADD CONSTRAINT "startup_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investor" ADD CONSTRAINT "investor_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_program_id_startup_id_fkey" FOREIGN KEY ("program_id", "startup_id") REFERENCES "startup"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_program_id_investor_id_fkey" FOREIGN KEY ("program_id", "investor_id") REFERENCES "investor"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_program_id_next_step_owner_id_fkey" FOREIGN KEY ("program_id", "next_step_owner_id") REFERENCES "membership"("program_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_program_id_owner_id_fkey" FOREIGN KEY ("program_id", "owner_id") REFERENCES "membership"("program_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_program_id_startup_id_fkey" FOREIGN KEY ("program_id", "startup_id") REFERENCES "startup"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair" ADD CONSTRAINT "pair_program_id_investor_id_fkey" FOREIGN KEY ("program_id", "investor_id") REFERENCES "investor"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_event" ADD CONSTRAINT "stage_event_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_event" ADD CONSTRAINT "stage_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_event" ADD CONSTRAINT "status_event_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_event" ADD CONSTRAINT "status_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "void" ADD CONSTRAINT "void_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "void" ADD CONSTRAINT "void_program_id_pair_id_stage_event_id_fkey" FOREIGN KEY ("program_id", "pair_id", "stage_event_id") REFERENCES "stage_event"("program_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "void" ADD CONSTRAINT "void_program_id_pair_id_status_event_id_fkey" FOREIGN KEY ("program_id", "pair_id", "status_event_id") REFERENCES "status_event"("program_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "void" ADD CONSTRAINT "void_program_id_pair_id_amount_id_fkey" FOREIGN KEY ("program_id", "pair_id", "amount_id") REFERENCES "amount"("program_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "void" ADD CONSTRAINT "void_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_program_id_startup_id_investor_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "investor_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "investor_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_program_id_table_id_fkey" FOREIGN KEY ("program_id", "table_id") REFERENCES "venue_table"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_program_id_startup_id_pair_id_meeting__fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id", "meeting_id") REFERENCES "meeting"("program_id", "startup_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_program_id_contact_id_fkey" FOREIGN KEY ("program_id", "contact_id") REFERENCES "contact"("program_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_program_id_startup_id_pair_id_meeting_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id", "meeting_id") REFERENCES "meeting"("program_id", "startup_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_program_id_startup_id_pair_id_meeting_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id", "meeting_id") REFERENCES "meeting"("program_id", "startup_id", "pair_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amount" ADD CONSTRAINT "amount_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amount" ADD CONSTRAINT "amount_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_program_id_startup_id_pair_id_fkey" FOREIGN KEY ("program_id", "startup_id", "pair_id") REFERENCES "pair"("program_id", "startup_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fx_rate" ADD CONSTRAINT "fx_rate_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fx_rate" ADD CONSTRAINT "fx_rate_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What Prisma cannot say. Extensions first: btree_gist lets an exclusion constraint compare uuids.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The role the application works as: owns nothing, bypasses nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'roundtable_app') THEN
    CREATE ROLE roundtable_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
  EXECUTE format('GRANT roundtable_app TO %I', current_user);
END $$;

-- Who is asking: set for one transaction by asViewer (lib/platform/database.ts). Unset means nobody, who sees nothing.
CREATE FUNCTION app_program() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.program', true), '')::uuid $$;
CREATE FUNCTION app_viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.viewer', true), '')::uuid $$;
CREATE FUNCTION app_startup() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.startup', true), '')::uuid $$;
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.role', true), '') $$;

-- ---------------------------------------------------------------------------------------------------------------
-- The database is the referee: nobody is in two places, no table is given twice.
ALTER TABLE meeting
  ADD CONSTRAINT meeting_startup_once EXCLUDE USING gist
    (program_id WITH =, startup_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('scheduled', 'held')),
  ADD CONSTRAINT meeting_investor_once EXCLUDE USING gist
    (program_id WITH =, investor_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state IN ('scheduled', 'held')),
  ADD CONSTRAINT meeting_table_once EXCLUDE USING gist
    (program_id WITH =, table_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('scheduled', 'held') AND table_id IS NOT NULL),
  ADD CONSTRAINT meeting_stage_is_a_meeting CHECK (stage <> 'candidate'),
  ADD CONSTRAINT meeting_lasts CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '12 hours'),
  ADD CONSTRAINT meeting_no_show_names_side CHECK ((state = 'no_show') = (no_show_side IS NOT NULL));
ALTER TABLE slot
  ADD CONSTRAINT slot_lasts CHECK (ends_at > starts_at),
  ADD CONSTRAINT slot_once EXCLUDE USING gist
    (program_id WITH =, stage WITH =, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE program
  ADD CONSTRAINT program_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE program_stage
  ADD CONSTRAINT program_stage_is_a_meeting CHECK (stage <> 'candidate'),
  ADD CONSTRAINT program_stage_days CHECK (ends_on >= starts_on),
  ADD CONSTRAINT program_stage_length CHECK (meeting_minutes BETWEEN 5 AND 480);
ALTER TABLE membership
  ADD CONSTRAINT membership_startup_named CHECK ((role = 'startup') = (startup_id IS NOT NULL));
ALTER TABLE contact
  ADD CONSTRAINT contact_one_side CHECK (num_nonnulls(startup_id, investor_id) = 1);
ALTER TABLE person
  ADD CONSTRAINT person_email_folded CHECK (email = lower(email) AND email ~ '^[^@[:space:],;<>]+@[^@[:space:],;<>]+$');
ALTER TABLE stage_event
  ADD CONSTRAINT stage_event_not_ahead CHECK (effective_at <= recorded_at);
ALTER TABLE status_event
  ADD CONSTRAINT status_event_not_ahead CHECK (effective_at <= recorded_at),
  ADD CONSTRAINT status_event_reason CHECK
    (to_status NOT IN ('passed', 'withdrawn', 'on_hold') OR num_nonnulls(reason_code, reason) > 0);
ALTER TABLE void
  ADD CONSTRAINT void_one_target CHECK (num_nonnulls(stage_event_id, status_event_id, amount_id) = 1);
ALTER TABLE outcome
  ADD CONSTRAINT outcome_interest CHECK (interest BETWEEN 1 AND 5),
  ADD CONSTRAINT outcome_not_ahead CHECK (effective_at <= recorded_at);
ALTER TABLE amount
  ADD CONSTRAINT amount_on_the_ladder CHECK (
    CASE WHEN rung IN ('rejected', 'on_hold')
      THEN minor IS NULL AND currency IS NULL AND reason IS NOT NULL
      ELSE minor IS NOT NULL AND minor >= 0 AND currency IS NOT NULL AND currency ~ '^[A-Z]{3}$' END);
ALTER TABLE pair
  ADD CONSTRAINT pair_interest CHECK (interest BETWEEN 1 AND 5),
  ADD CONSTRAINT pair_live_whole CHECK (num_nonnulls(live_rung, live_minor, live_currency, live_on) IN (0, 4));
ALTER TABLE fx_rate
  ADD CONSTRAINT fx_rate_positive CHECK (rate > 0 AND base <> quote);

-- Append-only: nobody rewrites a log, not even its owner.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DO $$
DECLARE log text;
BEGIN
  FOREACH log IN ARRAY ARRAY['stage_event', 'status_event', 'void', 'meeting_event', 'outcome', 'amount', 'audit_entry'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', log || '_append_only', log);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', log || '_not_truncated', log);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- The second wall: row-level security on every table of a program, forced on the owner too.
DO $$
DECLARE
  t text;
  own_startup constant text := 'program_id = app_program() AND (app_startup() IS NULL OR startup_id = app_startup())';
BEGIN
  FOREACH t IN ARRAY ARRAY['program', 'program_stage', 'venue_table', 'slot', 'membership', 'startup', 'investor', 'contact', 'pair',
    'stage_event', 'status_event', 'void', 'meeting', 'meeting_participant', 'meeting_event', 'outcome', 'amount', 'note', 'fx_rate',
    'audit_entry', 'invitation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  -- Shared by everybody in the program.
  FOREACH t IN ARRAY ARRAY['program_stage', 'venue_table', 'slot', 'investor', 'fx_rate'] LOOP
    EXECUTE format('CREATE POLICY program_wall ON %I USING (program_id = app_program())', t);
  END LOOP;
  -- Belongs to one startup: another startup's people see nothing of it.
  FOREACH t IN ARRAY ARRAY['pair', 'stage_event', 'status_event', 'void', 'meeting', 'meeting_participant', 'meeting_event', 'outcome', 'amount'] LOOP
    EXECUTE format('CREATE POLICY program_wall ON %I USING (%s)', t, own_startup);
  END LOOP;
END $$;

CREATE POLICY membership_wall ON membership USING (
  person_id = app_viewer() OR app_role() = 'admin'
  OR (program_id = app_program() AND (app_startup() IS NULL OR startup_id = app_startup())))
  WITH CHECK (app_role() = 'admin' OR (program_id = app_program() AND app_role() = 'officer'));
CREATE POLICY program_wall ON program USING (
  id = app_program() OR app_role() = 'admin'
  OR EXISTS (SELECT FROM membership m WHERE m.program_id = program.id AND m.person_id = app_viewer() AND m.ended_at IS NULL));
CREATE POLICY startup_wall ON startup USING (
  program_id = app_program() AND (app_startup() IS NULL OR id = app_startup()));
CREATE POLICY contact_wall ON contact USING (
  program_id = app_program() AND (app_startup() IS NULL OR startup_id = app_startup() OR investor_id IS NOT NULL));
-- private: the writer's side only; program: the office and the writer's side; shared: everybody of the pair.
CREATE POLICY note_wall ON note USING (
  program_id = app_program()
  AND CASE
    WHEN app_startup() IS NOT NULL THEN startup_id = app_startup() AND (side = 'startup' OR visibility = 'shared')
    WHEN app_role() = 'manager' THEN visibility <> 'private'
    ELSE side = 'program' OR visibility <> 'private'
  END);
CREATE POLICY audit_wall ON audit_entry USING (
  (program_id = app_program() AND (app_startup() IS NULL OR startup_id = app_startup()))
  OR app_role() = 'admin') WITH CHECK (program_id = app_program() OR program_id IS NULL);
CREATE POLICY invitation_wall ON invitation USING (
  app_role() IN ('admin', 'link') OR (program_id = app_program() AND app_startup() IS NULL));

-- A manager reads. The wall holds even where a command forgot to ask.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['program', 'program_stage', 'venue_table', 'slot', 'startup', 'investor', 'contact', 'pair', 'stage_event',
    'status_event', 'void', 'meeting', 'meeting_participant', 'meeting_event', 'outcome', 'amount', 'note', 'fx_rate', 'invitation'] LOOP
    EXECUTE format($p$CREATE POLICY managers_add_nothing ON %I AS RESTRICTIVE FOR INSERT WITH CHECK (app_role() <> 'manager')$p$, t);
    EXECUTE format($p$CREATE POLICY managers_change_nothing ON %I AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (app_role() <> 'manager')$p$, t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO roundtable_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO roundtable_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO roundtable_app;
REVOKE UPDATE ON stage_event, status_event, void, meeting_event, outcome, amount, audit_entry FROM roundtable_app;
GRANT DELETE ON sign_in, sign_in_failure, idempotency_key, meeting_participant, slot TO roundtable_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Two clocks. Bounds are exclusive instants; 'infinity' means "all we know". Rows come under the caller's row-level security.
-- The settings keep each function whole (it runs once, is never inlined into a nested loop) and its joins hashed, so that
-- its cost does not depend on statistics: a database filled a second ago has none.
-- Each function is planned by itself and without nested loops: a new program has no statistics yet, and a plan that takes
-- it for empty would run the whole log once per pair. Its rows come out once, as many as ROWS says, and are hashed.

-- Where each pair stood: its stage, the furthest stage it reached, its status.
CREATE FUNCTION pair_state(p_program uuid, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, investor_id uuid, stage stage, stage_since timestamptz, reached stage,
               status pair_status, reason_code text, status_since timestamptz)
LANGUAGE sql STABLE ROWS 600 SET enable_nestloop = off AS $$
  WITH moves AS (
    SELECT e.pair_id, e.startup_id, max(e.to_stage) AS reached,
           (array_agg(e.to_stage ORDER BY e.effective_at DESC, e.seq DESC))[1] AS stage,
           max(e.effective_at) AS stage_since
    FROM stage_event e
    WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
      AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                        AND v.stage_event_id = e.id AND v.recorded_at < p_known_before)
    GROUP BY e.pair_id, e.startup_id
  ), statuses AS (
    SELECT DISTINCT ON (e.pair_id) e.pair_id, e.to_status, e.reason_code, e.effective_at
    FROM status_event e
    WHERE e.program_id = p_program AND e.effective_at < p_before AND e.recorded_at < p_known_before
      AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = e.program_id AND v.pair_id = e.pair_id
                        AND v.status_event_id = e.id AND v.recorded_at < p_known_before)
    ORDER BY e.pair_id, e.effective_at DESC, e.seq DESC
  )
  SELECT p.id, p.startup_id, p.investor_id, m.stage, m.stage_since, m.reached,
         coalesce(s.to_status, 'open'), s.reason_code, s.effective_at
  FROM moves m
  JOIN pair p ON p.program_id = p_program AND p.id = m.pair_id
  LEFT JOIN statuses s ON s.pair_id = m.pair_id
$$;

-- Each pair's live amount: its highest rung since the ladder was last ended, with that rung's latest entry.
CREATE FUNCTION pair_amount(p_program uuid, p_on date, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, amount_id uuid, rung rung, minor bigint, currency char(3), effective_on date, source amount_source)
LANGUAGE sql STABLE ROWS 100 SET enable_nestloop = off AS $$
  WITH entries AS (
    SELECT a.*,
           max(CASE WHEN a.rung >= 'rejected' THEN a.ord END) OVER (PARTITION BY a.pair_id) AS ended
    FROM (
      SELECT x.*, row_number() OVER (PARTITION BY x.pair_id ORDER BY x.effective_on, x.seq) AS ord
      FROM amount x
      WHERE x.program_id = p_program AND x.effective_on <= p_on AND x.recorded_at < p_known_before
        AND NOT EXISTS (SELECT FROM void v WHERE v.program_id = x.program_id AND v.pair_id = x.pair_id
                          AND v.amount_id = x.id AND v.recorded_at < p_known_before)
    ) a
  )
  SELECT DISTINCT ON (e.pair_id) e.pair_id, e.startup_id, e.id, e.rung, e.minor, e.currency, e.effective_on, e.source
  FROM entries e
  WHERE e.rung < 'rejected' AND (e.ended IS NULL OR e.ord > e.ended)
  ORDER BY e.pair_id, e.rung DESC, e.ord DESC
$$;

-- Which stages of which pairs had a meeting held by then.
CREATE FUNCTION pair_met(p_program uuid, p_before timestamptz, p_known_before timestamptz DEFAULT 'infinity')
RETURNS TABLE (pair_id uuid, startup_id uuid, stage stage, first_met_at timestamptz)
LANGUAGE sql STABLE ROWS 600 SET enable_nestloop = off AS $$
  WITH last AS (
    SELECT DISTINCT ON (e.meeting_id) e.meeting_id, e.kind, e.starts_at
    FROM meeting_event e
    WHERE e.program_id = p_program AND e.recorded_at < p_known_before AND e.kind <> 'changed'
    ORDER BY e.meeting_id, e.seq DESC
  )
  SELECT m.pair_id, m.startup_id, m.stage, min(l.starts_at)
  FROM meeting m
  JOIN last l ON l.meeting_id = m.id
  WHERE m.program_id = p_program AND l.kind = 'held' AND l.starts_at < p_before
  GROUP BY m.pair_id, m.startup_id, m.stage
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Who is this? One round trip from the hash of a sign-in or API token to the person, with the programs they may enter.
-- The settings last for this one statement's transaction.
CREATE FUNCTION viewer_of(p_sign_in text, p_api_token text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  who person%ROWTYPE;
  door uuid;
BEGIN
  IF p_sign_in IS NOT NULL THEN
    SELECT s.id INTO door FROM sign_in s WHERE s.token_hash = p_sign_in AND s.expires_at > p_now;
    SELECT p.* INTO who FROM person p JOIN sign_in s ON s.person_id = p.id WHERE s.id = door AND p.archived_at IS NULL;
  ELSE
    SELECT t.id INTO door FROM api_token t WHERE t.token_hash = p_api_token AND t.revoked_at IS NULL;
    SELECT p.* INTO who FROM person p JOIN api_token t ON t.person_id = p.id WHERE t.id = door AND p.archived_at IS NULL;
  END IF;
  IF who.id IS NULL THEN
    RETURN NULL;
  END IF;
  -- Use keeps a sign-in alive, half a year at most; noted once an hour, so that reading stays reading.
  UPDATE sign_in s SET last_seen_at = p_now, expires_at = least(p_now + interval '30 days', s.created_at + interval '180 days')
    WHERE p_sign_in IS NOT NULL AND s.id = door AND s.last_seen_at < p_now - interval '1 hour';
  UPDATE api_token t SET last_used_at = p_now
    WHERE p_sign_in IS NULL AND t.id = door AND coalesce(t.last_used_at, '-infinity') < p_now - interval '1 hour';
  PERFORM set_config('app.viewer', who.id::text, true), set_config('app.program', '', true), set_config('app.startup', '', true),
          set_config('app.role', CASE WHEN who.is_admin THEN 'admin' ELSE '' END, true);
  RETURN jsonb_build_object(
    'personId', who.id, 'email', who.email, 'name', who.name, 'locale', who.locale, 'theme', who.theme, 'isAdmin', who.is_admin,
    'door', door,
    'programs', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'programId', g.id, 'slug', g.slug, 'name', g.name, 'nameEn', g.name_en, 'homeZone', g.home_zone, 'venueZone', g.venue_zone,
        'venue', g.venue, 'venueEn', g.venue_en, 'baseCurrency', g.base_currency, 'asOfDefault', g.as_of_default, 'isSample', g.is_sample,
        'role', CASE WHEN who.is_admin THEN 'admin' ELSE m.role::text END,
        'startupId', CASE WHEN who.is_admin THEN NULL ELSE m.startup_id END) ORDER BY g.created_at DESC, g.slug)
      FROM program g
      LEFT JOIN membership m ON m.program_id = g.id AND m.person_id = who.id AND m.ended_at IS NULL
      WHERE g.archived_at IS NULL AND (who.is_admin OR m.id IS NOT NULL)), '[]'::jsonb));
END $$;
