import { noInput } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { wireMinor } from '@/lib/pair/queries/select';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { MeetingStage, PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { nameOrder } from '@/lib/platform/ordering';
import { programQuery } from '@/lib/platform/query';
import { expectManyRows } from '@/lib/platform/wide-read';
import { Prisma } from '@/prisma/client/client';
import { qualityOperations } from './operations';
import { canSeeQuality } from './policy';
import { findAll } from './rules';
import { CHECKS, type CheckedMeeting, type CheckedPair, type CheckedParty, qualityOutput } from './schema';

/**
 * What in the records is missing or contradicts, as they stand now: every check with all that it finds. Three
 * statements, however many pairs.
 */
export const listQuality = programQuery({
  operation: qualityOperations.listQuality,
  input: noInput,
  output: qualityOutput,
  may: canSeeQuality,
  isWide: true,
  run: async (tx, scope) => {
    const now = new Date();
    const { homeZone, baseCurrency } = scope.program;
    const today = dayInZone(now, homeZone);
    await expectManyRows(tx);
    const { pairs, evidenceLimit } = await selectPairs(tx, scope, today);
    const found = findAll({
      pairs,
      meetings: await selectMeetings(tx, scope, now),
      parties: await selectParties(tx, scope),
      ...{ today, now, baseCurrency, evidenceLimit },
    });
    return {
      today,
      timeZone: homeZone,
      evidenceLimit: evidenceLimit === null ? null : { minor: evidenceLimit, currency: baseCurrency },
      checks: CHECKS.map((check) => ({ check, count: found[check].length, findings: found[check] })),
    };
  },
});

type PairRow = {
  id: string;
  startupId: string;
  startupName: string;
  startupNameEn: string;
  investorId: string;
  investorName: string;
  stage: Stage;
  status: PairStatus;
  rung: LiveRung | null;
  minor: bigint | null;
  currency: string | null;
  evidence: string | null;
  rate: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  metIn: MeetingStage | null;
  evidenceLimit: bigint | null;
};

/** Every pair of the program's parties with what the checks look at, and the program's limit. */
async function selectPairs(
  tx: Tx,
  scope: ProgramScope,
  today: string,
): Promise<{ pairs: CheckedPair[]; evidenceLimit: number | null }> {
  const { locale } = scope.viewer;
  const rows = await tx.$queryRaw<PairRow[]>`
    select p.id, s.id as "startupId", s.name as "startupName", s.name_en as "startupNameEn", i.id as "investorId",
      i.name as "investorName", p.stage, p.status, p.live_rung as rung, p.live_minor as minor,
      p.live_currency as currency, e.evidence, r.rate::text as rate, p.next_step as "nextStep",
      p.next_step_on::text as "nextStepOn", m.stage as "metIn", g.evidence_limit as "evidenceLimit"
    from pair p
    join amount_bounds() g on g.program_id = p.program_id
    join startup s on s.program_id = p.program_id and s.id = p.startup_id and s.archived_at is null
    join investor i on i.program_id = p.program_id and i.id = p.investor_id and i.archived_at is null
    left join pair_amount(${scope.programId}::uuid, ${today}::date) a on a.pair_id = p.id
    left join amount e on e.program_id = p.program_id and e.id = a.amount_id
    left join (
      select distinct on (f.base) f.base, f.rate from fx_rate f
      where f.program_id = ${scope.programId}::uuid and f.quote = ${scope.program.baseCurrency}
        and f.on_day <= ${today}::date
      order by f.base, f.on_day desc, f.recorded_at desc, f.seq desc) r on r.base = p.live_currency
    left join (
      select h.pair_id, max(h.stage) as stage from meeting h
      where h.program_id = ${scope.programId}::uuid and h.state = 'held' group by 1) m on m.pair_id = p.id
    where p.program_id = ${scope.programId}::uuid
    order by ${nameOrder(locale, Prisma.sql`s.name`, Prisma.sql`s.name_en`)}, ${nameOrder(locale, Prisma.sql`i.name`)}, p.id`;
  const limit = rows[0]?.evidenceLimit ?? null;
  return { pairs: rows.map(toFact), evidenceLimit: limit === null ? null : wireMinor(limit) };
}

function toFact(row: PairRow): CheckedPair {
  const { rung, minor, currency, evidence, rate } = row;
  return {
    id: row.id,
    startup: { id: row.startupId, name: row.startupName, nameEn: row.startupNameEn },
    investor: { id: row.investorId, name: row.investorName },
    stage: row.stage,
    status: row.status,
    amount: rung && { rung, minor: minor === null ? null : wireMinor(minor), currency, evidence, rate },
    nextStep: row.nextStep ? { text: row.nextStep, on: row.nextStepOn } : null,
    metIn: row.metIn,
  };
}

type MeetingRow = Omit<CheckedMeeting, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

/** Meetings that are over or never took place; what is still to come can be in no contradiction. */
async function selectMeetings(tx: Tx, scope: ProgramScope, now: Date): Promise<CheckedMeeting[]> {
  const rows = await tx.$queryRaw<MeetingRow[]>`
    select m.id, m.pair_id as "pairId", m.stage, m.state, m.starts_at as "startsAt", m.ends_at as "endsAt",
      o.meeting_id is not null as "hasOutcome"
    from meeting m
    left join (select distinct meeting_id from outcome where program_id = ${scope.programId}::uuid) o
      on o.meeting_id = m.id
    where m.program_id = ${scope.programId}::uuid and (m.ends_at < ${now} or m.state <> 'scheduled')
    order by m.starts_at, m.id`;
  return rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
}

function selectParties(tx: Tx, scope: ProgramScope): Promise<CheckedParty[]> {
  return tx.$queryRaw<CheckedParty[]>`
    select x.* from (
      select s.id, 'startup' as side, s.name, s.name_en as "nameEn", s.website
      from startup s where s.program_id = ${scope.programId}::uuid and s.archived_at is null
      union all
      select i.id, 'investor', i.name, '', i.website
      from investor i where i.program_id = ${scope.programId}::uuid and i.archived_at is null) x
    order by x.side, ${nameOrder(scope.viewer.locale, Prisma.sql`x.name`, Prisma.sql`x."nameEn"`)}, x.id`;
}
