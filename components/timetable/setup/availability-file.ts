import { writeCsv } from '@/lib/core/csv';
import { clearTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { nameIn } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { StageSlot } from '@/lib/timetable/schema/stage';
import type { Paintable } from './stroke';

/** A line of the grid by the names it goes by in a file. */
export type FileParty = Paintable & { name: string; nameEn: string };

const KINDS: Record<Paintable['kind'], Record<Locale, string>> = {
  startup: { ko: '참가기업', en: 'startup' },
  investor: { ko: '투자사', en: 'investor' },
  contact: { ko: '사람', en: 'person' },
  table: { ko: '테이블', en: 'table' },
};
const HEADINGS: Record<Locale, string[]> = {
  ko: ['구분', '이름', '단계', '시작', '불가'],
  en: ['kind', 'party', 'stage', 'slot', 'away'],
};

type Of = { stage: MeetingStage; zone: string; locale: Locale };

/** Every party by every slot of a stage, on its clocks, as a spreadsheet opens it and the import of availability reads it. */
export function writeAvailability(
  parties: readonly FileParty[],
  slots: readonly StageSlot[],
  { stage, zone, locale }: Of,
): string {
  const rows = parties.flatMap((party) =>
    slots.map(({ id, startsAt }) => [
      ...[KINDS[party.kind][locale], nameIn(party, locale), stage, slotText(startsAt, zone)],
      party.away.has(id) ? '1' : '0',
    ]),
  );
  return writeCsv([HEADINGS[locale], ...rows]);
}

/** `2023-04-28 09:00` in the zone of the stage. */
function slotText(startsAt: string, zone: string): string {
  const at = new Date(startsAt);
  return `${dayInZone(at, zone)} ${clearTime(at, zone)}`;
}
