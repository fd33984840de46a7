import { type Day, parseDay } from '@/lib/core/days';
import { MEETING_STATES, type MeetingState } from '@/lib/meeting/rules';
import { MEETING_STAGES, type MeetingStage } from '@/lib/pair/rules/stages';

/** What an agenda shows, as its address says it. `day` is null where the address leaves the choice to the page. */
export type AgendaView = {
  day: Day | 'all' | 'today' | null;
  by: 'time' | 'table';
  stage: MeetingStage | null;
  state: MeetingState | null;
  missing: boolean;
  startup: string | null;
  investor: string | null;
  cursor: string | null;
};

type Sent = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the search part of an address; what it does not know counts as not said. */
export function readAgenda(sent: Sent): AgendaView {
  const text = (name: string) => {
    const value = sent[name];
    return typeof value === 'string' ? value : '';
  };
  const oneOf = <T extends string>(name: string, list: readonly T[]) =>
    list.find((each) => each === text(name)) ?? null;
  const id = (name: string) => (UUID.test(text(name)) ? text(name) : null);
  return {
    day: oneOf('day', ['all', 'today']) ?? parseDay(text('day')),
    by: oneOf('by', ['time', 'table']) ?? 'time',
    stage: oneOf('stage', MEETING_STAGES),
    state: oneOf('state', MEETING_STATES),
    missing: text('missing') === '1',
    startup: id('startup'),
    investor: id('investor'),
    cursor: text('cursor') || null,
  };
}

/** The address of a view; a change of anything but the page itself goes back to the first page. */
export function agendaHref(slug: string, view: AgendaView, changes: Partial<AgendaView> = {}): string {
  const next = { ...view, cursor: null, ...changes };
  const said = new URLSearchParams();
  for (const name of ['day', 'stage', 'state', 'startup', 'investor', 'cursor'] as const) {
    const value = next[name];
    if (value) said.set(name, value);
  }
  if (next.by === 'table') said.set('by', 'table');
  if (next.missing) said.set('missing', '1');
  const search = said.toString();
  return `/programs/${slug}/meetings${search ? `?${search}` : ''}`;
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
