import { AppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { CursorPlace } from '@/lib/platform/cursor';
import type { Tx } from '@/lib/platform/database';
import { isoColumn } from '@/lib/platform/json-columns';
import { behind, keyText, nameOrder, type Ordering, orderBy, plainKey } from '@/lib/platform/ordering';
import { Prisma } from '@/prisma/client/client';
import type { MeetingItem } from '../schema';

/** `key`: what it is sorted by, as a cursor holds it. */
type SortedMeeting = { item: MeetingItem; key: string };

type Row = Omit<MeetingItem, 'table' | 'pair' | 'startup' | 'investor' | 'outcome'> & {
  tableId: string | null;
  tableName: string | null;
  pairId: string;
  pairStage: Stage;
  pairStatus: PairStatus;
  startupId: string;
  startupName: string;
  startupNameEn: string;
  investorId: string;
  investorName: string;
  outcomeId: string | null;
  interest: number | null;
  key: string;
};

const TIME_KEY = plainKey(Prisma.sql`to_char(m.starts_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`);
const TABLE_KEY = plainKey(Prisma.sql`lpad(coalesce(v.seq, 999999)::text, 6, '0')`);
const [TIME_SHAPE, TABLE_SHAPE] = [/^\d{17}$/, /^\d{6}$/];
const MEETING_ID = Prisma.sql`m.id`;
/** By time and table, or by table and time; those without a table last. */
export const MEETING_ORDERS = {
  time: { keys: [TIME_KEY, TABLE_KEY], shapes: [TIME_SHAPE, TABLE_SHAPE], id: MEETING_ID },
  table: { keys: [TABLE_KEY, TIME_KEY], shapes: [TABLE_SHAPE, TIME_SHAPE], id: MEETING_ID },
} as const satisfies Record<string, Ordering>;

/** Whether the mark that stands on `meeting m` was set by somebody outside its startup. */
export const IS_MARKED_BY_OFFICE = Prisma.sql`(m.state <> 'scheduled' and coalesce((
  select not exists (select from membership w where w.program_id = e.program_id and w.person_id = e.by_id
    and w.startup_id = m.startup_id)
  from meeting_event e where e.program_id = m.program_id and e.pair_id = m.pair_id and e.meeting_id = m.id
    and e.kind in ('held', 'no_show')
  order by e.seq desc limit 1), false))`;

type Selection = {
  where: Prisma.Sql;
  order?: Ordering;
  /** Only what stands behind this place of the order. */
  after?: CursorPlace | null;
  latestFirst?: boolean;
  limit: number;
};

/** One statement for one meeting or a thousand; archived parties' meetings are not there, as their pairs are not. */
export async function selectMeetings(
  tx: Tx,
  scope: ProgramScope,
  selection: Selection,
): Promise<MeetingItem[]> {
  return (await selectSorted(tx, scope, selection)).map(({ item }) => item);
}

/** One meeting as it stands. Throws not_found for what is not there or not the viewer's. */
export async function findMeetingItem(tx: Tx, scope: ProgramScope, meetingId: string): Promise<MeetingItem> {
  const [item] = await selectMeetings(tx, scope, { where: Prisma.sql`m.id = ${meetingId}::uuid`, limit: 1 });
  if (!item) throw new AppError('not_found', 'meeting');
  return item;
}

/** The same with the keys they are sorted by, to go on from. */
export async function selectSorted(
  tx: Tx,
  scope: ProgramScope,
  { where, order = MEETING_ORDERS.time, after, latestFirst = false, limit }: Selection,
): Promise<SortedMeeting[]> {
  const beyond = after ? Prisma.sql`and ${behind(order, after)}` : Prisma.empty;
  const personOrder = nameOrder(scope.viewer.locale, Prisma.sql`c.name`, Prisma.sql`c.name_en`);
  const sorted = latestFirst ? Prisma.sql`m.starts_at desc, m.id` : orderBy(order);
  const rows = await tx.$queryRaw<Row[]>`
    select m.id, m.version, m.stage, ${isoColumn(Prisma.sql`m.starts_at`)} as "startsAt", ${isoColumn(Prisma.sql`m.ends_at`)} as "endsAt",
      m.state, m.no_show_side as "noShowSide", m.link,
      ${IS_MARKED_BY_OFFICE} as "markedByOffice", m.table_id as "tableId", v.name as "tableName",
      p.id as "pairId", p.stage as "pairStage", p.status as "pairStatus",
      s.id as "startupId", s.name as "startupName", s.name_en as "startupNameEn", i.id as "investorId", i.name as "investorName",
      o.id as "outcomeId", o.interest, coalesce(who.list, '[]'::json) as participants,
      ${keyText(order)} as key
    from meeting m
    join pair p on p.program_id = m.program_id and p.id = m.pair_id
    join startup s on s.program_id = m.program_id and s.id = m.startup_id
    join investor i on i.program_id = m.program_id and i.id = m.investor_id
    left join venue_table v on v.program_id = m.program_id and v.id = m.table_id
    left join lateral (
      select x.id, x.interest from outcome x where x.program_id = m.program_id and x.meeting_id = m.id
      order by x.seq desc limit 1) o on true
    left join lateral (
      select json_agg(json_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en, 'title', c.title,
        'side', case when c.startup_id is null then 'investor' else 'startup' end) order by c.startup_id nulls last, ${personOrder}, c.id) as list
      from meeting_participant k join contact c on c.program_id = k.program_id and c.id = k.contact_id
      where k.program_id = m.program_id and k.meeting_id = m.id) who on true
    where m.program_id = ${scope.programId}::uuid
      and (${scope.startupId}::uuid is null or m.startup_id = ${scope.startupId}::uuid)
      and s.archived_at is null and i.archived_at is null and ${where} ${beyond}
    order by ${sorted}
    limit ${limit}`;
  return rows.map((row) => ({ item: toItem(row), key: row.key }));
}

function toItem(row: Row): MeetingItem {
  return {
    id: row.id,
    version: row.version,
    stage: row.stage,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: row.state,
    noShowSide: row.noShowSide,
    markedByOffice: row.markedByOffice,
    table: row.tableId && row.tableName !== null ? { id: row.tableId, name: row.tableName } : null,
    link: row.link,
    pair: { id: row.pairId, stage: row.pairStage, status: row.pairStatus },
    startup: { id: row.startupId, name: row.startupName, nameEn: row.startupNameEn },
    investor: { id: row.investorId, name: row.investorName },
    participants: row.participants,
    outcome: row.outcomeId && row.interest !== null ? { id: row.outcomeId, interest: row.interest } : null,
  };
}
