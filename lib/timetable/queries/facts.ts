import type { Day } from '@/lib/core/days';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import type { MeetingStage, Stage } from '@/lib/pair/rules/stages';
import type { Tx } from '@/lib/platform/database';
import { dayOfColumn } from '@/lib/program/rules';
import type { Facts, PairFact, PartyFact } from '../rules/facts';
import { stageBefore } from '../rules/weight';
import type { StageSetup, StageSlot, TimetableRules } from '../schema/stage';
import { loadAway, loadMeetings } from './away';

/** The facts of a stage with the stage before it, and the painted blackouts apart from what is merely taken. */
export type Loaded = { facts: Facts; before: Stage };

const NO_RULES: TimetableRules = {
  startupFloor: 0,
  investorFloor: 0,
  startupMax: null,
  investorMax: null,
  startupRestAfter: null,
  investorRestAfter: null,
  tablesAtOnce: null,
  bufferMinutes: 0,
  version: 0,
};

/** All that decides where the pairs of a stage can meet, in a fixed number of statements. */
export async function loadFacts(tx: Tx, scope: ProgramScope, stage: MeetingStage): Promise<Loaded> {
  const { programId } = scope;
  const { setup, stages } = await loadSetup(tx, scope, stage);
  const rules = await loadRules(tx, programId, stage);
  const slots = await loadSlots(tx, programId, stage, setup.zone);
  const tables = setup.usesTables
    ? await tx.venueTable.findMany({
        where: { programId, archivedAt: null },
        select: { id: true, name: true },
        orderBy: { seq: 'asc' },
      })
    : [];
  const where = { programId, archivedAt: null };
  const startups: PartyFact[] = await tx.startup.findMany({
    where,
    select: { id: true, name: true, nameEn: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const investors = await tx.investor.findMany({
    where,
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const pairs = await loadPairs(tx, programId, stage);
  const { live, busy } = await loadMeetings(tx, programId, stage, slots);
  const { away, soleContacts } = await loadAway(tx, programId, stage, busy);
  const fixed = await tx.fixedTable.findMany({
    where: { programId, stage, table: { archivedAt: null } },
    select: { startupId: true, investorId: true, tableId: true },
  });
  const fixedTables = new Map(
    setup.usesTables ? fixed.map((row) => [row.startupId ?? row.investorId ?? '', row.tableId]) : [],
  );
  const known = new Set(pairs.map(({ id }) => id));
  const facts: Facts = {
    ...{ setup, rules, slots, tables, startups, pairs, away, soleContacts, fixedTables },
    investors: investors.map((each) => ({ ...each, nameEn: each.name })),
    live: live.filter(({ pairId }) => known.has(pairId)),
  };
  return { facts, before: stageBefore(stage, stages) };
}

/** A stage nobody has set yet is planned on the venue's clocks. */
async function loadSetup(
  tx: Tx,
  { programId, program }: ProgramScope,
  stage: MeetingStage,
): Promise<{ setup: StageSetup; stages: Stage[] }> {
  const rows = await tx.programStage.findMany({ where: { programId }, orderBy: { stage: 'asc' } });
  const row = rows.find((each) => each.stage === stage);
  const zone = row?.timeZone ?? program.venueZone;
  const setup: StageSetup = {
    stage,
    zone,
    otherZone: zone === program.homeZone ? program.venueZone : program.homeZone,
    startsOn: row ? dayOfColumn(row.startsOn) : '',
    endsOn: row ? dayOfColumn(row.endsOn) : '',
    meetingMinutes: row?.meetingMinutes ?? 25,
    usesTables: row?.usesTables ?? true,
  };
  return { setup, stages: rows.map((each) => each.stage) };
}

export async function loadRules(tx: Tx, programId: string, stage: MeetingStage): Promise<TimetableRules> {
  const row = await tx.timetableRules.findUnique({
    where: { programId_stage: { programId, stage } },
    omit: { programId: true, stage: true },
  });
  return row ?? NO_RULES;
}

async function loadSlots(tx: Tx, programId: string, stage: MeetingStage, zone: string): Promise<StageSlot[]> {
  const rows = await tx.slot.findMany({
    where: { programId, stage },
    select: { id: true, startsAt: true, endsAt: true },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ id, startsAt, endsAt }) => ({
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    day: dayInZone(startsAt, zone) as Day,
  }));
}

async function loadPairs(tx: Tx, programId: string, stage: MeetingStage): Promise<PairFact[]> {
  return tx.$queryRaw<PairFact[]>`
    select p.id, p.startup_id as "startupId", p.investor_id as "investorId", p.stage, p.status, w.said as wish, w.own as "officeWish",
      x.weight::int as "officeWeight", p.interest::int as interest, coalesce(h.held, 0)::int as "heldBefore"
    from pair p
    join startup s on s.program_id = p.program_id and s.id = p.startup_id and s.archived_at is null
    join investor i on i.program_id = p.program_id and i.id = p.investor_id and i.archived_at is null
    left join pair_wish(${programId}::uuid) w on w.pair_id = p.id
    left join pair_weight x on x.program_id = p.program_id and x.pair_id = p.id
    left join (select m.pair_id, count(*) as held from meeting m
      where m.program_id = ${programId}::uuid and m.state = 'held' and m.stage < ${stage}::stage group by m.pair_id) h on h.pair_id = p.id
    where p.program_id = ${programId}::uuid
    order by p.id`;
}
