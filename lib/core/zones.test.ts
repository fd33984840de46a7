import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, parseDay } from './days';
import {
  currentZones,
  dayInZone,
  endOfDay,
  formerName,
  instantsOf,
  isShownTwice,
  isZone,
  startOfDay,
  timeInZone,
  typedTime,
  zonedToInstant,
} from './zones';

function day(text: string): Day {
  const read = parseDay(text);
  if (!read) throw new Error(text);
  return read;
}

const FIXED = Array.from({ length: 27 }, (_, i) => i - 12).map(
  (hours) => `Etc/GMT${hours <= 0 ? '+' : '-'}${Math.abs(hours)}`,
);
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC', ...FIXED];
const zones = fc.constantFrom(...ZONES);
/* From 2012: before that a few zones put their clocks back over midnight, and a day there had two pieces. */
const days = fc.integer({ min: 0, max: 28 * 365 }).map((n) => addDays(day('2012-01-01'), n));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

/** The days of 2012 to 2030 on which a zone moves its clocks, found by comparing its offset from day to day. */
function changeDays(zone: string): Day[] {
  const found: Day[] = [];
  let at = Temporal.PlainDate.from('2012-01-01').toZonedDateTime(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year > 2030) return found;
    found.push(day(next.toPlainDate().toString()), addDays(day(next.toPlainDate().toString()), -1));
    at = next;
  }
}

function temporalStart(of: Day, zone: string): number {
  return Temporal.PlainDate.from(of).toZonedDateTime(zone).epochMilliseconds;
}

describe('days in zones', () => {
  it('T36 starts and ends every day where Temporal does, in every zone on every day its clocks move', () => {
    for (const zone of ZONES) {
      for (const each of changeDays(zone)) {
        expect([zone, each, startOfDay(each, zone).getTime()]).toEqual([
          zone,
          each,
          temporalStart(each, zone),
        ]);
        expect(endOfDay(each, zone).getTime()).toBe(temporalStart(addDays(each, 1), zone));
      }
    }
  }, 60_000);

  it('T36 holds an instant between the start and the end of its day, from -12 to +14', () => {
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 0, max: 86_399_999 }), (zone, near, ms) => {
        const instant = new Date(Date.parse(`${near}T00:00:00Z`) + ms);
        const held = dayInZone(instant, zone);
        expect(startOfDay(held, zone) <= instant && instant < endOfDay(held, zone)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('T36 never shifts a date: the first and last instants of a day are on it, their neighbours are not', () => {
    fc.assert(
      fc.property(zones, days, (zone, each) => {
        const first = startOfDay(each, zone).getTime();
        const end = endOfDay(each, zone).getTime();
        const around = [first - 1, first, end - 1, end].map((ms) => dayInZone(new Date(ms), zone));
        expect(around).toEqual([addDays(each, -1), each, each, addDays(each, 1)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads Boston and Seoul on their own calendars', () => {
    const session = new Date('2023-04-28T18:30:00Z');
    expect(dayInZone(session, 'America/New_York')).toBe('2023-04-28');
    expect(timeInZone(session, 'America/New_York')).toBe('14:30');
    expect(dayInZone(session, 'Asia/Seoul')).toBe('2023-04-29');
    expect(timeInZone(session, 'Asia/Seoul')).toBe('03:30');
    expect(endOfDay(day('2023-05-03'), 'Asia/Seoul')).toEqual(new Date('2023-05-03T15:00:00Z'));
  });

  it('starts a day after midnight where the clocks skip it, and gives a skipped day no time at all', () => {
    expect(startOfDay(day('2023-04-28'), 'Africa/Cairo')).toEqual(new Date('2023-04-27T22:00:00Z'));
    expect(timeInZone(startOfDay(day('2023-04-28'), 'Africa/Cairo'), 'Africa/Cairo')).toBe('01:00');
    expect(timeInZone(startOfDay(day('1919-03-31'), 'America/Toronto'), 'America/Toronto')).toBe('00:30');
    const skipped = day('2011-12-30');
    expect(startOfDay(skipped, 'Pacific/Apia')).toEqual(endOfDay(skipped, 'Pacific/Apia'));
  });
});

describe('zonedToInstant', () => {
  const boston = 'America/New_York';

  it('T36 reports a time the clocks skip, and moves it on by what they skipped', () => {
    const skipped = zonedToInstant(day('2023-03-12'), '02:30', boston);
    expect(skipped).toEqual({ instant: new Date('2023-03-12T07:30:00Z'), kind: 'gap' });
    expect(timeInZone(skipped.instant, boston)).toBe('03:30');
  });

  it('7.15 gives every instant of a time: one, two where the clocks show it twice, none where they skip it', () => {
    const iso = (text: string, time: string) =>
      instantsOf(day(text), time, boston).map((each) => each.toISOString());
    expect(iso('2026-11-01', '00:59')).toEqual(['2026-11-01T04:59:00.000Z']);
    expect(iso('2026-11-01', '01:00')).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z']);
    expect(iso('2026-11-01', '02:00')).toEqual(['2026-11-01T07:00:00.000Z']);
    expect(iso('2026-03-08', '02:30')).toEqual([]);
  });

  it('7.15 reads any whole minute back as it is typed, the second of two included', () => {
    const ms = fc.integer({ min: 0, max: 86_400_000 - 1 });
    fc.assert(
      fc.property(zones, days, ms, (zone, near, offset) => {
        const instant = new Date(Date.parse(`${near}T00:00:00Z`) + Math.floor(offset / 60_000) * 60_000);
        const { time, isSecond } = typedTime(instant, zone);
        expect(instantsOf(dayInZone(instant, zone), time, zone)[isSecond ? 1 : 0]).toEqual(instant);
      }),
      { numRuns: 2000 },
    );
    expect(typedTime(new Date('2026-11-01T06:05:00Z'), boston)).toEqual({ time: '01:05', isSecond: true });
    expect(typedTime(new Date('2026-11-01T05:05:00Z'), boston)).toEqual({ time: '01:05', isSecond: false });
  });

  it('T36 reports a time the clocks show twice, and takes the first', () => {
    const twice = zonedToInstant(day('2023-11-05'), '01:30', boston);
    expect(twice).toEqual({ instant: new Date('2023-11-05T05:30:00Z'), kind: 'overlap' });
  });

  it('T36 agrees with Temporal in every zone, and its instant reads as the time that was asked for', () => {
    const changes = fc.constantFrom(
      ...ZONES.flatMap((zone) => changeDays(zone).map((each) => [zone, each] as const)),
    );
    fc.assert(
      fc.property(fc.oneof(fc.tuple(zones, days), changes), times, ([zone, each], time) => {
        const { instant, kind } = zonedToInstant(each, time, zone);
        const wall = Temporal.PlainDateTime.from(`${each}T${time}`);
        expect(instant.getTime()).toBe(wall.toZonedDateTime(zone).epochMilliseconds);
        const later = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
        const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
        const shown = dayInZone(instant, zone) === each && timeInZone(instant, zone) === time;
        expect([zone, each, time, kind]).toEqual([
          zone,
          each,
          time,
          !shown ? 'gap' : earlier === later ? 'exact' : 'overlap',
        ]);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);

  it('refuses what is no time of day, and an unknown zone', () => {
    for (const wrong of ['24:00', '2:30', '02:60', '', '02:30:00', 'noon']) {
      expect(() => zonedToInstant(day('2023-05-03'), wrong, boston), wrong).toThrow(RangeError);
    }
    expect(() => zonedToInstant(day('2023-05-03'), '10:00', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('isZone', () => {
  it('T26 takes IANA names only', () => {
    for (const zone of ['Asia/Seoul', 'America/New_York', 'UTC']) expect(isZone(zone)).toBe(true);
    for (const wrong of ["UTC'; drop table pair; --", 'asia/seoul', '+09:00', 'KST', '', '__proto__']) {
      expect(isZone(wrong), wrong).toBe(false);
    }
  });
});

describe('the names of zones', () => {
  it('7.15 takes those of today and of long ago in their own spelling, and nothing else', () => {
    const renamed = [
      ...[
        'Asia/Kolkata',
        'Europe/Kyiv',
        'Asia/Kathmandu',
        'Asia/Yangon',
        'Asia/Ho_Chi_Minh',
        'Atlantic/Faroe',
      ],
      ...['America/Argentina/Buenos_Aires', 'America/Nuuk', 'America/Indiana/Indianapolis', 'Pacific/Kanton'],
      ...[
        'Africa/Asmara',
        'America/Atikokan',
        'Pacific/Chuuk',
        'Pacific/Pohnpei',
        'America/Kentucky/Louisville',
      ],
    ];
    for (const zone of [...renamed, 'Asia/Seoul', 'America/New_York', 'Asia/Calcutta', 'UTC']) {
      expect([zone, isZone(zone)]).toEqual([zone, true]);
      expect(() => dayInZone(new Date(0), zone)).not.toThrow();
    }
    const junk = [
      '+09:00',
      'Etc/GMT+5',
      'asia/seoul',
      'ASIA/SEOUL',
      ' Asia/Seoul',
      'Asia/Seoul\u0000',
      'Asia',
      '',
    ];
    for (const zone of [
      ...junk,
      'Factory',
      "x'; drop table",
      '__proto__',
      'constructor',
      'EST5EDT',
      'Asia/Nowhere',
    ]) {
      expect([zone, isZone(zone)]).toEqual([zone, false]);
    }
  });

  it('7.15 offers every zone once, by its name of today, and knows the former one', () => {
    expect(currentZones()).toContain('Asia/Kolkata');
    expect(currentZones()).not.toContain('Asia/Calcutta');
    expect(new Set(currentZones()).size).toBe(currentZones().length);
    expect([formerName('Asia/Kolkata'), formerName('Asia/Seoul')]).toEqual(['Asia/Calcutta', '']);
  });

  it('7.15 T36 knows which times the clocks show twice', () => {
    const at = (text: string) => isShownTwice(new Date(text), 'America/New_York');
    expect([at('2023-11-05T05:00:00Z'), at('2023-11-05T06:59:00Z')]).toEqual([true, true]);
    expect([at('2023-11-05T04:59:00Z'), at('2023-11-05T07:00:00Z')]).toEqual([false, false]);
    expect(isShownTwice(new Date('2023-11-05T05:00:00Z'), 'Asia/Seoul')).toBe(false);
  });
});
