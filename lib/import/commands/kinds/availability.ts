import type { Day } from '@/lib/core/days';
import { AppError } from '@/lib/core/errors';
import { dayInZone, timeInZone, zonedToInstant } from '@/lib/core/zones';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { type KnownContact, listKnownContacts } from '@/lib/party/queries/known';
import { listStageTimes, listTables, type StageTimes } from '@/lib/program/queries/known';
import { paintBlackouts } from '@/lib/timetable/commands/blackouts';
import { type KnownSlot, listKnownBlackouts, listKnownSlots } from '@/lib/timetable/queries/known';
import { AWAY_PARTIES } from '../../rules/column-notes';
import { changesOn, rejected } from '../../rules/judged';
import { type NamedRecord, NameIndex } from '../../rules/name-index';
import { clockOf, type RowReader } from '../../rules/row-reader';
import { kindOf, wordsOf } from './kind';
import { loadParties } from './known';
import { MEETING_STAGE_WORDS } from './words';

type PartyKind = (typeof AWAY_PARTIES)[number];
type Party = NamedRecord & { kind: PartyKind };
/** `day` and `time` on the clocks of its stage. */
type ZonedSlot = KnownSlot & { day: Day; time: string };
type Known = {
  parties: NameIndex<Party>;
  byKind: Record<PartyKind, NameIndex<Party>>;
  slots: ZonedSlot[];
  stages: Map<MeetingStage, StageTimes>;
  away: Set<string>;
};
type Write = { party: Party; stage: MeetingStage; slotIds: string[]; away: boolean };

const KIND_WORDS = wordsOf(AWAY_PARTIES, (kind) => `import.word.party.${kind}`, {
  startup: ['기업', '스타트업', 'Company'],
  investor: ['투자자', 'VC', 'Firm'],
  contact: ['인원', '담당자', 'Contact'],
  table: ['좌석'],
});
/** A cross says away, and so does a plain yes: the column asks whether somebody is away. */
const AWAY_WORDS = wordsOf(['yes', 'no'], (key) => `import.word.away.${key}`, {
  yes: '1 y true x × o ○ ✓ 예 불참 Unavailable'.split(' '),
  no: '0 n false - 아니오 참석 free'.split(' '),
});

/** Who is away in which slots: from a slot's beginning, or all slots from one time to another, or of a whole day. */
export const availability = kindOf<Known, Write>({
  load: async (tx, scope) => {
    const named = (kind: PartyKind, list: readonly NamedRecord[]) =>
      list.map((each): Party => ({ ...each, kind }));
    const startups = await loadParties(tx, scope, 'startup', false);
    const investors = await loadParties(tx, scope, 'investor', false);
    const contacts: KnownContact[] = await listKnownContacts(tx, scope, false);
    const lists: Record<PartyKind, Party[]> = {
      startup: named('startup', startups.records),
      investor: named('investor', investors.records),
      contact: named('contact', contacts),
      table: named('table', await listTables(tx, scope)),
    };
    const byKind = Object.fromEntries(AWAY_PARTIES.map((kind) => [kind, new NameIndex(lists[kind])]));
    const stages = await listStageTimes(tx, scope);
    const slots = (await listKnownSlots(tx, scope)).map((slot): ZonedSlot => {
      const zone = stages.get(slot.stage)?.zone ?? scope.program.venueZone;
      return { ...slot, day: dayInZone(slot.startsAt, zone), time: timeInZone(slot.startsAt, zone) };
    });
    return {
      byKind: byKind as Known['byKind'],
      parties: new NameIndex(Object.values(lists).flat()),
      slots,
      stages,
      away: await listKnownBlackouts(tx, scope),
    };
  },
  judge: (row, known, _decision, { program: { venueZone } }) => {
    row.required('name');
    const kind = row.choice('kind', KIND_WORDS);
    const party = (kind ? known.byKind[kind] : known.parties).find(row, 'name');
    const stage = row.choice('stage', MEETING_STAGE_WORDS) ?? 'main_session';
    const slots = slotsOf(row, known, stage, known.stages.get(stage)?.zone ?? venueZone);
    row.required('away');
    const said = row.choice('away', AWAY_WORDS);
    const away = said && said === 'yes';
    if (!row.isReadable || !party || away === undefined || !slots) return rejected(row.problems);
    const changed = slots.filter(({ id }) => known.away.has(`${id} ${party.id}`) !== away);
    const changes = changed.map(({ day, time }) => ({
      ...{ field: 'away', from: null, to: `${day} ${time} ${away ? '×' : '○'}` },
    }));
    const write = { party, stage, away, slotIds: changed.map(({ id }) => id) };
    const key = `${party.id} ${slots.map(({ id }) => id).join(' ')}`;
    return changesOn(party, changes, write, key);
  },
  write: async (tx, { scope, now }, writes) => {
    for (const [stage, own] of Map.groupBy(writes, (write) => write.stage)) {
      for (let at = 0; at < own.length; at += AT_ONCE) {
        const paints = own.slice(at, at + AT_ONCE).map(({ party: { kind, id }, slotIds, away }) => ({
          ...{ party: { kind, id }, slotIds, away },
        }));
        const painted = await paintBlackouts.within(tx, scope, { stage, paints }, { now });
        if (!painted.ok) throw new AppError('internal', 'blackouts that were read are refused');
      }
    }
  },
});

/** A stroke of the grid holds no more. */
const AT_ONCE = 500;

/** The slots that a row means; undefined where it was told what is wrong. */
function slotsOf(
  row: RowReader,
  { slots }: Known,
  stage: MeetingStage,
  zone: string,
): ZonedSlot[] | undefined {
  row.required('start');
  const from = row.moment('start');
  const until = row.text('end') === undefined ? undefined : endOf(row, from?.day);
  if (!row.isReadable || !from) return undefined;
  const own = slots.filter((slot) => slot.stage === stage);
  const found = until ? between(own, from, until, zone) : startingAt(own, from);
  return found.length > 0 ? found : row.tell('start', 'no_such_slot');
}

type Moment = { day: Day; minutes: number | null };

function startingAt(slots: readonly ZonedSlot[], { day, minutes }: Moment): ZonedSlot[] {
  const time = minutes === null ? null : clockOf(minutes);
  return slots.filter((slot) => slot.day === day && (time === null || slot.time === time));
}

function between(slots: readonly ZonedSlot[], from: Moment, until: Moment, zone: string): ZonedSlot[] {
  const at = ({ day, minutes }: Moment) => zonedToInstant(day, clockOf(minutes ?? 0), zone).instant;
  const [begins, ends] = [at(from), at(until)];
  return slots.filter(({ startsAt, endsAt }) => startsAt < ends && endsAt > begins);
}

/** `17:00` is of the same day as the beginning. */
function endOf(row: RowReader, day: Day | undefined): Moment | undefined {
  const clock = row.clockOnly('end');
  if (clock !== null) return day && { day, minutes: clock };
  const until = row.moment('end');
  return until && { day: until.day, minutes: until.minutes ?? 24 * 60 - 1 };
}
