import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { byShownName } from '@/lib/core/shown-name';
import { inForceAt } from '@/lib/pair/queries/in-force';
import { missingGates } from '@/lib/pair/rules/moves';
import type { Tx } from '@/lib/platform/database';
import { programQuery } from '@/lib/platform/query';
import { getProgram } from '@/lib/program/queries/programs';
import { meetingOperations } from '../operations';
import { canBookMeetings } from '../policy';
import {
  type BusyTime,
  bookingFacts,
  bookingFactsInput,
  bookingParties,
  takenTables,
  takenTablesInput,
} from '../schema';

const seat = { id: true, name: true, nameEn: true, title: true } as const;
const seats = { where: { archivedAt: null }, select: seat, orderBy: { createdAt: 'asc' } } as const;

type Asked = z.output<typeof bookingFactsInput>;

async function findPair(tx: Tx, { programId }: ProgramScope, { pair: id, startup, investor }: Asked) {
  const pair = await tx.pair.findFirst({
    where: {
      programId,
      ...(id ? { id } : {}),
      startup: { ...(startup ? { id: startup } : {}), archivedAt: null },
      investor: { ...(investor ? { id: investor } : {}), archivedAt: null },
    },
    select: {
      id: true,
      stage: true,
      status: true,
      startup: { select: { id: true, name: true, nameEn: true, contacts: seats } },
      investor: { select: { id: true, name: true, contacts: seats } },
    },
  });
  if (!pair) throw new AppError('not_found', 'pair');
  return pair;
}

/** Whether somebody said that the pair is not to meet. Whose word it is, the database tells nobody. */
export async function isNotToMeet(tx: Tx, { programId }: ProgramScope, pairId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ not: boolean }[]>`
    select is_not_to_meet(${programId}::uuid, ${pairId}::uuid) as "not"`;
  return row?.not ?? false;
}

async function busyOf(tx: Tx, { programId }: ProgramScope, startupId: string, investorId: string) {
  const rows = await tx.meeting.findMany({
    where: {
      programId,
      state: { in: ['scheduled', 'held'] },
      OR: [{ startupId }, { investorId }],
    },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      startupId: true,
      investorId: true,
      startsAt: true,
      endsAt: true,
      pair: {
        select: { startup: { select: { name: true, nameEn: true } }, investor: { select: { name: true } } },
      },
    },
  });
  const busy = (row: (typeof rows)[number], other: { name: string; nameEn?: string }): BusyTime => ({
    meetingId: row.id,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    with: other.name,
    withEn: other.nameEn || other.name,
  });
  return {
    startup: rows.filter((row) => row.startupId === startupId).map((row) => busy(row, row.pair.investor)),
    investor: rows.filter((row) => row.investorId === investorId).map((row) => busy(row, row.pair.startup)),
  };
}

/** Everything a booking of one pair is chosen from: its people, slots, tables, and when either side is taken. */
export const findBookingFacts = programQuery({
  operation: meetingOperations.findBookingFacts,
  input: bookingFactsInput,
  output: bookingFacts,
  may: canBookMeetings,
  run: async (tx, scope, asked) => {
    const { startup, investor, ...pair } = await findPair(tx, scope, asked);
    const { stages, tables } = await getProgram.within(tx, scope, {});
    const slots = await tx.slot.findMany({
      where: { programId: scope.programId },
      select: { stage: true, startsAt: true, endsAt: true },
      orderBy: { startsAt: 'asc' },
    });
    const busy = await busyOf(tx, scope, startup.id, investor.id);
    const { facts } = await inForceAt(tx, scope.programId, pair.id, new Date());
    const { contacts: ours, ...startupName } = startup;
    const { contacts: theirs, ...investorName } = investor;
    return {
      pair: {
        ...pair,
        notToMeet: await isNotToMeet(tx, scope, pair.id),
        gates: missingGates(pair.stage, facts),
      },
      startup: { ...startupName, people: ours, busy: busy.startup },
      investor: { ...investorName, people: theirs, busy: busy.investor },
      stages,
      slots: slots.map(({ stage, startsAt, endsAt }) => ({
        stage,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
      tables: tables.filter((table) => table.archivedAt === null).map(({ id, name }) => ({ id, name })),
    };
  },
});

/** Who can meet whom, by name: for a booking that starts from no pair. */
export const listBookingParties = programQuery({
  operation: meetingOperations.listBookingParties,
  input: noInput,
  output: bookingParties,
  may: canBookMeetings,
  run: async (tx, { programId, viewer }) => {
    const where = { programId, archivedAt: null };
    const startups = await tx.startup.findMany({
      where,
      select: { id: true, name: true, nameEn: true },
    });
    const investors = await tx.investor.findMany({
      where,
      select: { id: true, name: true },
    });
    const byName = byShownName(viewer.locale);
    return { startups: startups.sort(byName), investors: investors.sort(byName) };
  },
});

/** The tables taken at any moment between two instants, but for the meeting that is being moved. */
export const listTakenTables = programQuery({
  operation: meetingOperations.listTakenTables,
  input: takenTablesInput,
  output: takenTables,
  may: canBookMeetings,
  run: async (tx, { programId }, { startsAt, endsAt, except }) => {
    const rows = await tx.meeting.findMany({
      where: {
        programId,
        tableId: { not: null },
        state: { in: ['scheduled', 'held'] },
        startsAt: { lt: endsAt },
        endsAt: { gt: startsAt },
        ...(except ? { id: { not: except } } : {}),
      },
      select: { tableId: true },
    });
    return { tables: [...new Set(rows.flatMap(({ tableId }) => (tableId ? [tableId] : [])))] };
  },
});
