import type { Locale } from '@/lib/core/locale';
import { sayIn } from '@/lib/platform/say';
import type { CellChange } from '../rules/judged';

/** Fields whose values are kept by their keys, and where the words of these stand. */
const LISTED: Readonly<Record<string, string>> = {
  ...{ sector: 'startup.sector', focus: 'startup.sector', regions: 'party.region' },
  ...{ round: 'party.round', rounds: 'party.round', role: 'person.role' },
  ...{ stage: 'pair.stage', status: 'pair.status', rung: 'amount.rung', state: 'meeting.state' },
  ...Object.fromEntries(
    ['wish', 'startupWish', 'investorWish', 'officeWish'].map((field) => [
      field,
      'timetable-setup.wishes.word',
    ]),
  ),
};

/** The changes of a row with the words of the reader's language; what people wrote themselves stays as it is. */
export function changeTexts(changes: readonly CellChange[], locale: Locale): CellChange[] {
  const say = sayIn(locale);
  return changes.map(({ field, from, to }) => {
    const words = LISTED[field];
    const written = (value: string) =>
      words
        ? value
            .split(', ')
            .map((each) => (say.has(`${words}.${each}`) ? say(`${words}.${each}`) : each))
            .join(', ')
        : value;
    return { field, from: from === null ? null : written(from), to: written(to) };
  });
}
