import { dayText, formatDateTime } from '@/lib/core/dates';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import { homeZoneOf } from '@/lib/person/rules/home-zone';
import { sayIn } from '@/lib/platform/say';

type Asked = {
  viewer: Viewer;
  scope: ProgramScope | null;
  input: Record<string, unknown>;
  answer: unknown;
};

type Label = {
  program: string | null;
  /** The day at whose end the figures hold; null where they are of this moment. */
  asOf: string | null;
  knownOn: string | null;
  timeZone: string;
  askedAt: string;
  /** The same in one sentence, for people. */
  text: string;
};

/** What stands with every number: whose it is, as of when, as known when, asked when. As the answer says, else as was asked. */
export function labelOf({ viewer, scope, input, answer }: Asked, now = new Date()): Label {
  const clocks = clocksOf(answer, input);
  const timeZone = clocks.timeZone ?? scope?.program.homeZone ?? homeZoneOf(viewer);
  const { locale } = viewer;
  const say = sayIn(locale);
  const program = scope && `${nameIn(scope.program, locale)} (${scope.program.slug})`;
  const asked = formatDateTime(now, timeZone, locale);
  const lines = [
    program,
    `${say('transfer.label.asOf')}: ${clocks.asOf ? dayText(clocks.asOf, locale) : asked}`,
    `${say('transfer.label.knownOn')}: ${clocks.knownOn ? dayText(clocks.knownOn, locale) : say('transfer.knownNow')}`,
    timeZone,
  ];
  return {
    program: scope?.program.slug ?? null,
    asOf: clocks.asOf ?? null,
    knownOn: clocks.knownOn ?? null,
    timeZone,
    askedAt: now.toISOString(),
    text: lines.filter(Boolean).join(' · '),
  };
}

type Clocks = { asOf?: string; knownOn?: string; timeZone?: string };

function clocksOf(answer: unknown, input: Record<string, unknown>): Clocks {
  const said = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  const text = (key: keyof Clocks) =>
    [said[key], input[key]].find((value): value is string => typeof value === 'string' && value !== '');
  const [asOf, knownOn, timeZone] = [text('asOf'), text('knownOn'), text('timeZone')];
  return { ...(asOf && { asOf }), ...(knownOn && { knownOn }), ...(timeZone && { timeZone }) };
}
