import { describe, expect, it } from 'vitest';
import type { Locale } from '@/lib/core/locale';
import { createImport } from '@/lib/import/commands/create';
import { listImportRows } from '@/lib/import/queries/imports';
import { paintBlackouts } from '@/lib/timetable/commands/blackouts';
import { getBlackouts } from '@/lib/timetable/queries/blackouts';
import { accepted, mainDay } from '@/scripts/test/main-day';
import { ownDatabase } from '@/scripts/test/own-database';
import { type SmallProgram, smallProgram } from '@/scripts/test/small-program';
import { uploadOf } from '@/scripts/test/upload';
import { writeAvailability } from './availability-file';

const database = ownDatabase();
const LOCALES: readonly Locale[] = ['ko', 'en'];
const stage = 'main_session';

/** The grid of a program as its screen writes it. */
async function written({ as }: SmallProgram, locale: Locale): Promise<string> {
  const { rows, slots } = await getBlackouts(as('officer'), { stage });
  const parties = rows.map((row) => ({ ...row, away: new Set(row.away), busy: new Set(row.busy) }));
  return writeAvailability(parties, slots, { stage, zone: 'America/New_York', locale });
}

/** A program in which one startup is away in the second of its three slots. */
async function painted(): Promise<SmallProgram> {
  const world = await smallProgram(database.ownerUrl);
  const [, second = ''] = await mainDay(world);
  const paints = [{ party: { kind: 'startup' as const, id: world.stepOne }, slotIds: [second], away: true }];
  accepted(await paintBlackouts(world.as('officer'), { stage, paints }));
  return world;
}

const ofNames = (text: string) => uploadOf('가능 시간.csv', text);

describe('availability as a file', () => {
  it.each(LOCALES)('is read back by the import as what it was, in %s', async (locale) => {
    const world = await painted();
    const text = await written(world, locale);
    expect(text.split('\r\n').filter((line) => line.endsWith(',1'))).toHaveLength(1);
    const file = ofNames(text);
    const of = accepted(await createImport(world.as('officer'), { kind: 'availability', file }));
    // Nine who may be away, each in three slots.
    expect(of).toMatchObject({ rows: 27, same: 27, rejectedRows: 0, conflict: 0 });
  });

  it('7.13 holds a name from right to left as it is', async () => {
    const party = { kind: 'startup' as const, id: 's', name: 'שלום', nameEn: '' };
    const slot = {
      id: 't',
      startsAt: '2023-04-28T13:00:00Z',
      endsAt: '2023-04-28T13:25:00Z',
      day: '2023-04-28',
    };
    const none = new Set<string>();
    const text = writeAvailability([{ ...party, away: none, busy: none }], [slot], {
      ...{ stage, zone: 'America/New_York', locale: 'ko' },
    });
    expect(text).toContain('שלום');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });

  it('changes what it names, by names of either language and times as people write them, and names what it cannot read', async () => {
    const world = await painted();
    const lines = [
      '구분,이름,시작,불가',
      ',STEPONE,2023. 4. 28. 14:30,1',
      '참가기업,스텝원,2023-04-28 15:00,0',
      'investor,Firm 7,2023/4/28 15:00:00,불가',
      ',모르는회사,2023-04-28 15:00,1',
      'startup,,2023-04-28 15:00,1',
      'startup,스텝원,2023-04-28 22:00,1',
      'startup,스텝원,2023-04-28 15:30,maybe',
    ];
    const officer = world.as('officer');
    const of = accepted(
      await createImport(officer, { kind: 'availability', file: ofNames(lines.join('\n')) }),
    );
    const { items } = await listImportRows(officer, { importId: of.id });
    expect(items.map(({ verdict, problems }) => [verdict, ...problems.map(({ reason }) => reason)])).toEqual([
      ['change'],
      ['change'],
      ['change'],
      ['rejected', 'unknown_name'],
      ['rejected', 'required'],
      ['rejected', 'no_such_slot'],
      ['rejected', 'not_in_list'],
    ]);
  });
});
