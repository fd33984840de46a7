import { type Day, isWrittenYear, parseDay } from './days';
import { plainText } from './number-input';

export type DayInput =
  | { ok: true; day: Day }
  | { ok: false; reason: 'ambiguous'; readings: Day[] }
  | { ok: false; reason: 'empty' | 'not_a_date' };

/** How days of a whole file are written, where somebody has said so. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A weekday says nothing that its day does not. One syllable alone is one only in brackets, or behind the last point. */
const WEEKDAY =
  /\([월화수목금토일]\)|[월화수목금토일]요일|(?<=\.)[월화수목금토일]$|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?/g;

/**
 * A day as people write it: `2023-05-03`, `2023. 5. 3.(수)`, `20230503`, `2023년 5월 3일`, `3 May 2023`, `May 3, 2023`.
 * Three numbers that make two days of the written years (`03/05/2023`, `23.5.3`) are `ambiguous` with their readings,
 * unless `order` says how they are meant.
 */
export function parseDayInput(text: string, order?: DayOrder): DayInput {
  const plain = plainText(text.slice(0, 60));
  if (plain === '') return { ok: false, reason: 'empty' };
  if (plain === null) return { ok: false, reason: 'not_a_date' };
  const readings = daysOf(plain.replace(WEEKDAY, '').trim(), order);
  const [only] = readings;
  if (!only) return { ok: false, reason: 'not_a_date' };
  return readings.length > 1 ? { ok: false, reason: 'ambiguous', readings } : { ok: true, day: only };
}

function daysOf(text: string, order: DayOrder | undefined): Day[] {
  const named =
    /^(?:(\d{1,2})[. -]*([a-z]{3,9})|([a-z]{3,9})[. -]*(\d{1,2})(?:st|nd|rd|th)?)[., -]*(\d{4})$/.exec(text);
  if (named) {
    const [, before, word, first, after, year] = named;
    const month = monthOf(word ?? first ?? '');
    return month ? unique([dayOf(year, month, before ?? after)]) : [];
  }
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (whole) return unique([dayOf(whole[1], whole[2], whole[3])]);
  const parts = /^(\d{1,4})(?:[-./,]|년) ?(\d{1,2})(?:[-./,]|월) ?(\d{1,4})(?:\.|일)?$/.exec(text);
  if (!parts) return [];
  const [, a = '', b = '', c = ''] = parts;
  const inOrder = { ymd: dayOf(a, b, c), dmy: dayOf(c, b, a), mdy: dayOf(c, a, b) };
  if (a.length === 4 || text.includes('년')) return unique([inOrder.ymd]);
  const possible = c.length === 4 ? [inOrder.dmy, inOrder.mdy] : Object.values(inOrder);
  const meant = order ? inOrder[order] : null;
  return meant ? [meant] : unique(possible);
}

function monthOf(word: string): number {
  const index = MONTHS.findIndex((month) => word.startsWith(month));
  return index + 1;
}

/** Years of two digits are of this century. */
function dayOf(year = '', month: string | number = '', date = ''): Day | null {
  if (year.length !== 4 && year.length !== 2) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const day = parseDay([full, String(month).padStart(2, '0'), date.padStart(2, '0')].join('-'));
  return day && isWrittenYear(Number(full)) ? day : null;
}

function unique(days: readonly (Day | null)[]): Day[] {
  return [...new Set(days)].filter((day) => day !== null);
}

/**
 * A clock as people write it, in minutes since midnight: `14:30`, `14시 30분`, `오후 2:30`, `2:30 PM`, `0930`; null for
 * anything else.
 */
export function parseClockInput(text: string): number | null {
  const plain = plainText(text.slice(0, 40));
  const found =
    plain &&
    (/^(오전|오후|am|pm)?(\d{1,2})(?::|시) ?(?:(\d{2})(?:분|:00)?)?(am|pm)?$/.exec(
      plain.replace(/([ap])\.m\.?/, '$1m'),
    ) ??
      /^()(\d{2})(\d{2})()$/.exec(plain));
  if (!found) return null;
  const [, before = '', hours = '', minutes = '0', after = ''] = found;
  const half = before || after;
  const hour = Number(hours);
  if (Number(minutes) > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null;
  const isAfternoon = half === '오후' || half === 'pm';
  return (half ? (hour % 12) + (isAfternoon ? 12 : 0) : hour) * 60 + Number(minutes);
}
