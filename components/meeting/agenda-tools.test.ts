import { expect, test } from 'vitest';
import { agendaHref, readAgenda } from './agenda-address';
import { agendaChips, WHOLE_AGENDA } from './agenda-tools';

const id = '11111111-1111-4111-8111-111111111111';
const label = (value: string) => value;
const words = { stage: label, state: label, missing: label, startup: label, investor: label };
/** What of an agenda's address chooses its day, order and page, and narrows nothing. */
const SHOWN_BY = ['day', 'by', 'cursor'];

test.each(Object.keys(readAgenda({})).filter((key) => !SHOWN_BY.includes(key)))(
  '7.31 an agenda narrowed by %s has a chip that takes it away and leaves the day',
  (key) => {
    const values: Record<string, string> = {
      stage: 'follow_up',
      state: 'held',
      missing: '1',
      startup: id,
      investor: id,
    };
    const view = readAgenda({ day: '2023-04-28', [key]: values[key] });
    const [chip, ...others] = agendaChips('boston-2023', view, words);
    expect(others).toEqual([]);
    expect(chip?.href).toBe('/programs/boston-2023/meetings?day=2023-04-28');
    expect(agendaHref('boston-2023', view, WHOLE_AGENDA)).toBe(chip?.href);
  },
);
