import { searchKey } from '@/lib/core/hangul';
import type { Clocks } from '@/lib/program/rules';
import { Prisma } from '@/prisma/client/client';
import { NO_OWNER, readAmountRange } from '../rules/filter';
import type { PairFilter } from '../schema';
import { knownOf } from './in-force';
import { columnsOf, meetingsAhead } from './select';

function anyOf(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return Prisma.sql`${column}::text = any(${[...values]})`;
}

/** A LIKE pattern in which the reader's % and _ are letters (T26). */
function like(q: string): string {
  return `%${searchKey(q).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/**
 * What each choice of a filter asks of a pair `p` with its startup `s`, investor `i` and the joins of `joinsOf`. A pair is
 * kept where all of them are true; a key without a choice has none.
 */
export function filterParts(
  programId: string,
  filter: PairFilter,
  clocks: Clocks,
): Partial<Record<keyof PairFilter, Prisma.Sql>> {
  const column = columnsOf(clocks);
  const known = knownOf(clocks);
  const { stage, status, rung, reason, startup, investor, owner, sector, interest, nextMeeting } = filter;
  const { amount, overdue, unscheduled, q, reached, met } = filter;
  return {
    ...(stage && { stage: anyOf(column.stage, stage) }),
    ...(status && { status: anyOf(column.status, status) }),
    ...(rung && { rung: anyOf(column.rung, rung) }),
    ...(reason && { reason: anyOf(reasonOf(clocks), reason) }),
    ...(startup && { startup: anyOf(Prisma.sql`p.startup_id`, startup) }),
    ...(investor && { investor: anyOf(Prisma.sql`p.investor_id`, investor) }),
    ...(owner && { owner: anyOf(OWNER, owner) }),
    ...(sector && { sector: anyOf(Prisma.sql`s.sector`, sector) }),
    ...(interest && { interest: anyOf(interestOf(clocks), interest) }),
    ...(amount && { amount: amountWithin(amount, clocks) }),
    ...(nextMeeting && { nextMeeting: meetsNext(programId, clocks, nextMeeting) }),
    ...(overdue && { overdue: isOverdue(clocks) }),
    ...(unscheduled && { unscheduled: isUnscheduled(clocks) }),
    ...(q && { q: Prisma.sql`(s.search_text like ${like(q)} or i.search_text like ${like(q)})` }),
    ...(reached && {
      reached: Prisma.sql`p.id in (select r.pair_id from pair_state(${programId}::uuid, ${clocks.before}, ${known}) r
        where r.reached >= ${reached}::stage)`,
    }),
    ...(met && {
      met: Prisma.sql`p.id in (select r.pair_id from pair_met(${programId}::uuid, ${clocks.before}, ${known}) r
        where r.stage = ${met}::stage)`,
    }),
  };
}

export function wherePairs(programId: string, filter: PairFilter, clocks: Clocks): Prisma.Sql {
  const parts = Object.values(filterParts(programId, filter, clocks));
  return Prisma.join([isListed(filter, clocks), ...parts], ' and ');
}

/** On any other date than now a pair is listed once something of it had happened. */
export function isListed({ met }: PairFilter, clocks: Clocks): Prisma.Sql {
  return clocks.isNow || met
    ? Prisma.sql`true`
    : Prisma.sql`(st.pair_id is not null or am.pair_id is not null)`;
}

export const OWNER = Prisma.sql`coalesce(p.owner_id::text, ${NO_OWNER})`;

/** Null where nothing asks for a reason; `own_words` where one is asked for and none of the list was given. */
export function reasonOf(clocks: Clocks): Prisma.Sql {
  const { reason, status } = columnsOf(clocks);
  return Prisma.sql`coalesce(${reason}::text,
    case when ${status} in ('passed', 'withdrawn', 'on_hold') then 'own_words' end)`;
}

export function interestOf(clocks: Clocks): Prisma.Sql {
  return Prisma.sql`coalesce(${columnsOf(clocks).interest}::text, 'none')`;
}

function amountWithin(text: string, clocks: Clocks): Prisma.Sql {
  const { currency, minor } = columnsOf(clocks);
  const range = readAmountRange(text);
  if (!range) return Prisma.sql`false`;
  return Prisma.sql`(${currency}::text = ${range.currency} and ${minor} >= ${range.from ?? 0}::bigint
    and (${range.to}::bigint is null or ${minor} <= ${range.to}::bigint))`;
}

/** Each pair's next meeting (pair_id, next_meeting), as `NEXT_MEETINGS` names it; pairs without one are not among them. */
export function nextMeetingDays(programId: string, clocks: Clocks): Prisma.Sql {
  return Prisma.sql`(
    select n.pair_id, case when n.days <= 0 then 'today' when n.days <= 7 then 'week' else 'later' end as next_meeting
    from (select b.pair_id, (min(b.starts_at) at time zone ${clocks.timeZone})::date - ${clocks.asOf}::date as days
          from meeting b where b.program_id = ${programId}::uuid and ${meetingsAhead(clocks, new Date())}
          group by b.pair_id) n)`;
}

function meetsNext(programId: string, clocks: Clocks, values: readonly string[]): Prisma.Sql {
  const ahead = nextMeetingDays(programId, clocks);
  return Prisma.sql`(p.id in (select a.pair_id from ${ahead} a where ${anyOf(Prisma.sql`a.next_meeting`, values)})
    or (${values.includes('none')} and p.id not in (select a.pair_id from ${ahead} a)))`;
}

/** Of a closed pair nobody expects a next step any more. */
export function isOverdue(clocks: Clocks): Prisma.Sql {
  const { nextStep, nextStepOn, status } = columnsOf(clocks);
  return Prisma.sql`(${nextStep} is not null and ${nextStepOn} < ${clocks.asOf}::date
    and ${status} not in ('passed', 'withdrawn'))`;
}

export function isUnscheduled(clocks: Clocks): Prisma.Sql {
  const { status, stage } = columnsOf(clocks);
  return Prisma.sql`(${status} = 'open' and ${stage} <> 'candidate' and not exists (
    select from meeting b where b.program_id = p.program_id and b.pair_id = p.id and b.stage = ${stage}
      and b.state in ('scheduled', 'held')))`;
}
