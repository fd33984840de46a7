import type { Day } from '@/lib/core/days';
import { inForce, knownOf, lastInForce } from '@/lib/pair/queries/in-force';
import { cameFrom, writtenReason } from '@/lib/pair/queries/logs';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import { isoColumn, namedPersonColumn } from '@/lib/platform/json-columns';
import { nameOrder } from '@/lib/platform/ordering';
import { Prisma } from '@/prisma/client/client';
import type { FigureName, LastStep } from '../rules/figure';
import { moneyRungs } from '../rules/rows';
import type { FigureRow } from '../schema/sources';
import { readAgeing } from './ageing';
import { claimsIn } from './claims';
import { type Asked, cohort, eveOf, PARTIES, pairMoney } from './statements';

/**
 * The deciding entry of each pair in a figure, in one statement: `decided` names it by pair, log and id, `entry` holds
 * it. Entries in force are those effective by the date, recorded by the second clock and not voided by then.
 */
export async function selectRows(asked: Asked, figure: FigureName, from: Day | null): Promise<FigureRow[]> {
  const { tx, scope } = asked;
  const { locale } = scope.viewer;
  const { decided, logs } = await decisionOf(asked, figure, from);
  const entries = Prisma.join(
    logs.map((log) => ENTRIES[log](asked)),
    ' union all ',
  );
  return tx.$queryRaw<FigureRow[]>`
    with moved as (
      select e.pair_id, e.id, e.to_stage as stage, e.effective_at as at from ${lastInForce('stage', asked)} e
    ), turned as (
      select e.pair_id, e.id, e.to_status as status, e.reason_code, e.effective_at as at
      from ${lastInForce('status', asked)} e
    ), standing as (
      select m.pair_id, m.stage, m.id as moved_id, m.at as moved_at, coalesce(t.status, 'open') as status, t.reason_code,
        t.id as turned_id, t.at as turned_at
      from moved m left join turned t on t.pair_id = m.pair_id
    ), decided (pair_id, log, id) as (${decided}),
    entry (id, log, at, on_day, recorded_at, by_id, means, reason, minor, currency, why) as (${entries})
    select c.id as pair, ${PARTIES}, st.stage, coalesce(t.status, 'open') as status, x.why, x.id as entry,
      ${isoColumn(Prisma.sql`x.at`)} as "effectiveAt", x.on_day::text as "effectiveOn",
      ${isoColumn(Prisma.sql`x.recorded_at`)} as "recordedAt", ${namedPersonColumn(Prisma.sql`b`)} as by,
      x.means::text as means, x.reason,
      case when x.minor is not null then jsonb_build_object('minor', x.minor, 'currency', x.currency) end as amount
    from decided d
    join entry x on x.id = d.id and x.log = d.log
    join ${cohort(asked)} c on c.id = d.pair_id
    left join standing st on st.pair_id = d.pair_id
    left join turned t on t.pair_id = d.pair_id
    left join person b on b.id = x.by_id
    order by ${orderOf(figure)} ${nameOrder(locale, Prisma.sql`c.name`, Prisma.sql`c.name_en`)},
      ${nameOrder(locale, Prisma.sql`c.investor_name`)}, c.id`;
}

type Log = 'stage' | 'status' | 'meeting' | 'amount';
/** `decided` selects (pair_id, log, id), one line a pair; `logs`: where those entries may stand. */
type Decision = { decided: Prisma.Sql; logs: readonly Log[] };

/** Money: the largest first, each currency by itself. Pairs: by name. */
function orderOf(figure: FigureName): Prisma.Sql {
  return moneyRungs(figure).length > 0 ? Prisma.sql`x.currency, x.minor desc nulls last,` : Prisma.empty;
}

async function decisionOf(asked: Asked, figure: FigureName, from: Day | null): Promise<Decision> {
  // A figure that needs a period comes with its first day: listFigureRowsInput refuses it without one.
  const eve = () => eveOf(asked, from ?? asked.clocks.asOf);
  switch (figure.kind) {
    case 'reached':
      return { decided: reached(asked, figure.stage, null), logs: ['stage'] };
    case 'entered':
      return { decided: reached(asked, figure.stage, from), logs: ['stage'] };
    case 'met':
      return { decided: met(asked, figure.stage), logs: ['meeting'] };
    case 'first_met':
      return { decided: withoutThose(met(asked, figure.stage), met(eve(), figure.stage)), logs: ['meeting'] };
    case 'newly_lost': {
      const now = lost({ kind: 'lost', stage: figure.stage });
      return { decided: withoutThose(now, closed(eve())), logs: ['status'] };
    }
    case 'now':
      return { decided: openNow(figure.stage), logs: ['stage', 'status'] };
    case 'ageing':
      return { decided: await ageing(asked, figure.stage), logs: ['stage', 'status'] };
    case 'staying':
      return { decided: staying(asked, figure.stage), logs: ['stage', 'status'] };
    case 'on_hold':
    case 'invested':
      return { decided: turnedTo(figure.stage, [figure.kind]), logs: ['status'] };
    case 'lost':
      return { decided: lost(figure), logs: ['status'] };
    case 'step':
      return { decided: stepped(asked, figure.step), logs: ['amount', 'status'] };
    case 'new_step': {
      const decided = withoutThose(stepped(asked, figure.step), stepped(eve(), figure.step));
      return { decided, logs: ['amount', 'status'] };
    }
    case 'said':
      return { decided: said(asked, figure), logs: ['amount'] };
    case 'sum':
    case 'left_out':
    case 'rung':
      return { decided: live(asked, figure), logs: ['amount'] };
  }
}

/** Of what is so at the end of the period, what was not on its eve. */
function withoutThose(now: Prisma.Sql, eve: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select d.pair_id, d.log, d.id from (${now}) d (pair_id, log, id)
    where not exists (select from (${eve}) b where b.pair_id = d.pair_id)`;
}

/** Pairs that stood passed or withdrawn, by the clocks asked for. */
function closed(asked: Asked): Prisma.Sql {
  return Prisma.sql`
    select t.pair_id from ${lastInForce('status', asked)} t
    where t.to_status in ('passed', 'withdrawn')
      and t.pair_id in (select e.pair_id from ${inForce('stage', asked)} e)`;
}

function stepped(asked: Asked, step: LastStep): Prisma.Sql {
  return step === 'follow_on' ? paid(asked, ['follow_on']) : invested(asked);
}

/** Of the entries that brought a pair to the stage or beyond, the earliest; in a period: none of them before it. */
function reached(asked: Asked, stage: Stage, from: Day | null): Prisma.Sql {
  const began = from ? Prisma.sql`first.at >= ${eveOf(asked, from).clocks.before}` : Prisma.sql`true`;
  return Prisma.sql`
    select first.pair_id, 'stage' as log, first.id from (
      select distinct on (e.pair_id) e.pair_id, e.id, e.effective_at as at from ${inForce('stage', asked)} e where e.to_stage >= ${stage}::stage
      order by e.pair_id, e.effective_at, e.seq) first
    where ${began}`;
}

/** The first meeting of the stage that was held: the entry by which it was said to be. */
function met({ scope, clocks }: Asked, stage: Stage): Prisma.Sql {
  return Prisma.sql`
    select distinct on (m.pair_id) m.pair_id, 'meeting' as log, l.id
    from meeting m
    join last_meeting_event(${scope.programId}::uuid, ${knownOf(clocks)}) l on l.meeting_id = m.id
    where m.program_id = ${scope.programId}::uuid and m.stage = ${stage}::stage
      and l.kind = 'held' and l.starts_at < ${clocks.before}
    order by m.pair_id, l.starts_at, l.seq`;
}

/** Open pairs of a stage: the move that brought them there, or what opened them again afterwards. */
function openNow(stage: Stage): Prisma.Sql {
  return Prisma.sql`
    select pair_id, case when turned_at > moved_at then 'status' else 'stage' end as log,
      case when turned_at > moved_at then turned_id else moved_id end as id
    from standing where stage = ${stage}::stage and status = 'open'`;
}

/** Of the open pairs of a stage those that stand there for longer than the program's target. */
async function ageing(asked: Asked, stage: Stage): Promise<Prisma.Sql> {
  const { pairs } = await readAgeing(asked, stage);
  return Prisma.sql`${openNow(stage)} and pair_id::text = any(${pairs.map(({ id }) => id)})`;
}

/** Pairs that are still in a stage, on hold or not: the move that brought them there, or their return after an end. */
function staying(asked: Asked, stage: Stage): Prisma.Sql {
  return Prisma.sql`
    select s.pair_id, case when b.at > s.moved_at then 'status' else 'stage' end as log,
      case when b.at > s.moved_at then b.id else s.moved_id end as id
    from standing s
    left join (
      select distinct on (t.pair_id) t.pair_id, t.id, t.at from (
        select e.pair_id, e.id, e.effective_at as at, e.seq, e.to_status in ('open', 'on_hold') as inside,
          count(*) filter (where e.to_status not in ('open', 'on_hold'))
            over (partition by e.pair_id order by e.effective_at desc, e.seq desc) as ends
        from ${inForce('status', asked)} e) t
      where t.inside and t.ends = 0
        and exists (select from ${inForce('status', asked)} e where e.pair_id = t.pair_id
                      and e.to_status not in ('open', 'on_hold'))
      order by t.pair_id, t.at, t.seq) b on b.pair_id = s.pair_id
    where s.stage = ${stage}::stage and s.status in ('open', 'on_hold')`;
}

function turnedTo(stage: Stage, statuses: readonly PairStatus[]): Prisma.Sql {
  return Prisma.sql`
    select pair_id, 'status' as log, turned_id as id from standing
    where stage = ${stage}::stage and status::text = any(${[...statuses]})`;
}

function lost({ stage, status, reason }: Extract<FigureName, { kind: 'lost' }>): Prisma.Sql {
  const all = turnedTo(stage, status ? [status] : ['passed', 'withdrawn']);
  if (!reason) return all;
  return reason === 'own_words'
    ? Prisma.sql`${all} and reason_code is null`
    : Prisma.sql`${all} and reason_code = ${reason}`;
}

/** Each pair's first entry on one of these rungs, whatever came after it. */
function paid(asked: Asked, rungs: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    select distinct on (e.pair_id) e.pair_id, 'amount' as log, e.id from ${inForce('amount', asked)} e where e.rung::text = any(${[...rungs]})
    order by e.pair_id, e.effective_on, e.seq`;
}

/** Money paid in, or the pair set to invested: whichever came first; a day counts from its beginning. */
function invested(asked: Asked): Prisma.Sql {
  return Prisma.sql`
    select distinct on (f.pair_id) f.pair_id, f.log, f.id from (
      select e.pair_id, 'amount' as log, e.id, e.effective_on::timestamp at time zone ${asked.clocks.timeZone} as at, e.seq
      from ${inForce('amount', asked)} e where e.rung in ('paid', 'follow_on')
      union all
      select e.pair_id, 'status', e.id, e.effective_at, e.seq
      from ${inForce('status', asked)} e where e.to_status = 'invested') f
    order by f.pair_id, f.at, f.log, f.seq`;
}

/** The entry by which a source stands behind a pair's live amount. */
function said(asked: Asked, figure: Extract<FigureName, { kind: 'said' }>): Prisma.Sql {
  return Prisma.sql`
    select m.pair_id, 'amount' as log, m.id from (${claimsIn(asked)}) m
    where m.said::text = ${figure.source} and m.rung::text = any(${[...moneyRungs(figure)]})`;
}

function live(asked: Asked, figure: FigureName): Prisma.Sql {
  return Prisma.sql`
    select a.pair_id, 'amount' as log, a.amount_id as id from ${pairMoney(asked)} a
    where a.rung::text = any(${[...moneyRungs(figure)]}) and a.left_out = ${figure.kind === 'left_out'}`;
}

/** The lines of a log as what they say; all logs with the same columns. */
const ENTRIES: Readonly<Record<Log, (asked: Asked) => Prisma.Sql>> = {
  stage: ({ scope }) => Prisma.sql`
    select e.id, 'stage' as log, e.effective_at as at, null::date as on_day, e.recorded_at, e.by_id, e.means, ${writtenReason} as reason,
      null::bigint as minor, null::text as currency,
      case when e.from_stage is null then jsonb_build_object('kind', 'opening')
        else jsonb_build_object('kind', 'stage', 'from', ${cameFrom('stage')}, 'to', e.to_stage) end as why
    from stage_event e where e.program_id = ${scope.programId}::uuid`,
  status: ({ scope }) => Prisma.sql`
    select e.id, 'status', e.effective_at, null::date, e.recorded_at, e.by_id, e.means, e.reason, null::bigint, null::text,
      jsonb_build_object('kind', 'status', 'from', ${cameFrom('status')}, 'to', e.to_status, 'reasonCode', e.reason_code)
    from status_event e where e.program_id = ${scope.programId}::uuid`,
  meeting: ({ scope }) => Prisma.sql`
    select e.id, 'meeting', e.starts_at, null::date, e.recorded_at, e.by_id, e.means, e.reason, null::bigint, null::text,
      jsonb_build_object('kind', 'meeting', 'meetingId', e.meeting_id, 'stage', m.stage,
        'startsAt', ${isoColumn(Prisma.sql`e.starts_at`)}, 'endsAt', ${isoColumn(Prisma.sql`e.ends_at`)}) as why
    from meeting_event e join meeting m on m.program_id = e.program_id and m.id = e.meeting_id
    where e.program_id = ${scope.programId}::uuid`,
  amount: ({ scope }) => Prisma.sql`
    select e.id, 'amount' as log, null::timestamptz as at, e.effective_on as on_day, e.recorded_at, e.by_id, e.means,
      e.reason, e.minor, e.currency::text as currency,
      jsonb_build_object('kind', 'amount', 'rung', e.rung, 'source', e.source, 'evidence', e.evidence) as why
    from amount e where e.program_id = ${scope.programId}::uuid`,
};
