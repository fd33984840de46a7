import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { parseAsFlag, parseAsId } from '@/lib/core/address';
import { type Day, parseDay } from '@/lib/core/days';
import { MEETING_STATES } from '@/lib/meeting/rules';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';

const parsers = {
  /** Null where the address leaves the choice to the page. */
  day: createParser<Day | 'all' | 'today'>({
    parse: (text) => (text === 'all' || text === 'today' ? text : parseDay(text)),
    serialize: String,
  }),
  stage: parseAsStringLiteral(MEETING_STAGES),
  state: parseAsStringLiteral(MEETING_STATES),
  startup: parseAsId,
  investor: parseAsId,
  cursor: parseAsString,
  by: parseAsStringLiteral(['time', 'table']).withDefault('time'),
  missing: parseAsFlag,
};

/** What an agenda shows, as its address says it; what an address does not know counts as not said. */
export type AgendaView = inferParserType<typeof parsers>;
export const readAgenda = createLoader(parsers);
const serialize = createSerializer(parsers);

/** The address of a view; a change of anything but the page itself goes back to the first page. */
export function agendaHref(slug: string, view: AgendaView, changes: Partial<AgendaView> = {}): string {
  return serialize(`/programs/${slug}/meetings`, { ...view, cursor: null, ...changes });
}

/** The day an agenda opens at where nothing is on today: the next that has meetings, else the last that had. */
export function openingAgendaDay(days: readonly { day: Day }[], today: Day): Day {
  return days.find(({ day }) => day >= today)?.day ?? days.at(-1)?.day ?? today;
}

/** At most `size` days around the one shown. */
export function daysAround<D extends { day: Day }>(
  days: readonly D[],
  shown: Day | 'all' | 'today',
  size: number,
): D[] {
  const at = shown === 'all' || shown === 'today' ? 0 : days.findIndex(({ day }) => day >= shown);
  const middle = at < 0 ? days.length - 1 : at;
  const first = Math.max(0, Math.min(middle - Math.floor(size / 2), days.length - size));
  return days.slice(first, first + size);
}
