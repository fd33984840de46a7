import { addDays, type Day, MS_A_DAY, toDay, wallOf } from './days';

/** Names of today for those that Intl goes on listing under the name of long ago (CLDR never renames a zone). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

let names: { current: readonly string[]; known: ReadonlySet<string> } | undefined;

function zoneNames() {
  if (names) return names;
  const listed = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  const current = [...new Set(listed.map((zone) => RENAMED[zone] ?? zone))].sort();
  names = { current, known: new Set([...current, ...listed]) };
  return names;
}

/** The zones of the world, each once and by its name of today, and `UTC`. */
export function currentZones(): readonly string[] {
  return zoneNames().current;
}

/** The name of long ago by which some people still look for a zone; empty where it never had another. */
export function formerName(zone: string): string {
  return Object.keys(RENAMED).find((former) => RENAMED[former] === zone) ?? '';
}

/** An IANA name of today or of long ago, or `UTC`, in its own spelling; nothing else reaches a formatter or SQL. */
export function isZone(zone: string): boolean {
  return zoneNames().known.has(zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant, to the second, in milliseconds as if that were UTC. */
function wallClock(instant: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function offsetAt(instant: number, zone: string): number {
  return wallClock(instant, zone) - instant;
}

/** The day that the calendars of a zone show at an instant. */
export function dayInZone(instant: Date, zone: string): Day {
  return toDay(wallClock(instant.getTime(), zone));
}

/** `14:30` on the clocks of a zone. */
export function timeInZone(instant: Date, zone: string): string {
  return new Date(wallClock(instant.getTime(), zone)).toISOString().slice(11, 16);
}

/** Whether the clocks of a zone show this time of this day twice, because they are put back over it. */
export function isShownTwice(instant: Date, zone: string): boolean {
  return zonedToInstant(dayInZone(instant, zone), timeInZone(instant, zone), zone).kind === 'overlap';
}

/**
 * Every instant at which a zone's clocks show `time` (`HH:mm`) on `day`, the earlier first: two where they are put back
 * over it, none where they are put forward over it. Throws RangeError on a malformed time or an unknown zone.
 */
export function instantsOf(day: Day, time: string, zone: string): readonly Date[] {
  const { hits } = lookUp(day, time, zone);
  return [...new Set(hits)].sort((a, b) => a - b).map((instant) => new Date(instant));
}

/** An instant as somebody types it: the time of day, and whether the second of two is meant. */
export function typedTime(instant: Date, zone: string): { time: string; isSecond: boolean } {
  const time = timeInZone(instant, zone);
  const shown = instantsOf(dayInZone(instant, zone), time, zone);
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
  return { time, isSecond: shown.length === 2 && shown[1]?.getTime() === minute };
}

export type ZonedInstant = { instant: Date; kind: 'exact' | 'gap' | 'overlap' };

/**
 * The instant at which a zone's clocks show `time` (`HH:mm`) on `day`. Clocks put back show it twice (`overlap`):
 * the first one. Clocks put forward never show it (`gap`): as much later as the clocks were moved.
 * Throws RangeError on a malformed time or an unknown zone.
 */
export function zonedToInstant(day: Day, time: string, zone: string): ZonedInstant {
  const { hits, moved } = lookUp(day, time, zone);
  const first = hits.length > 0 ? Math.min(...hits) : moved;
  const kind = hits.length === 0 ? 'gap' : hits.length === 2 && hits[0] !== hits[1] ? 'overlap' : 'exact';
  return { instant: new Date(first), kind };
}

/** `moved`: by the clocks of the day before, for a time that is never shown. */
function lookUp(day: Day, time: string, zone: string): { hits: number[]; moved: number } {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!found) throw new RangeError(`Not a time of day: ${time}`);
  const wall = wallOf(day) + (Number(found[1]) * 60 + Number(found[2])) * 60_000;
  const before = wall - offsetAt(wall - MS_A_DAY, zone);
  const after = wall - offsetAt(wall + MS_A_DAY, zone);
  return { hits: [before, after].filter((instant) => wallClock(instant, zone) === wall), moved: before };
}

/** The first instant of a day in a zone; not always midnight, where clocks are put forward over it. */
export function startOfDay(day: Day, zone: string): Date {
  const { instant, kind } = zonedToInstant(day, '00:00', zone);
  if (kind !== 'gap') return instant;
  let early = wallOf(day) - 2 * MS_A_DAY;
  let late = instant.getTime();
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle, zone) >= wallOf(day)) late = middle;
    else early = middle;
  }
  return new Date(late);
}

/** The first instant after a day in a zone: an exclusive end, for `< endOfDay(day, zone)`. */
export function endOfDay(day: Day, zone: string): Date {
  return startOfDay(addDays(day, 1), zone);
}

/** The venue's zone and the home zone, in the order of reading. */
export type Zones = readonly [venue: string, home: string];
