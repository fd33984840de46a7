import { createLoader, createSerializer, parseAsNumberLiteral, parseAsStringLiteral } from 'nuqs/server';
import { funnelPath } from '@/components/funnel/address';
import { type RawQuery, withParams } from '@/lib/core/address';
import { WAVE_MONTHS, type WaveMonths } from '@/lib/program/rules';
import type { Wave, WaveRow } from '@/lib/wave/schema';
import { ANSWER_STATES, type AnswerState } from '@/lib/wave/schema';

/** Which rows of a wave are shown: all that are due, by how they were answered, or those paid by then. */
export const SHOWS = ['to_ask', 'due', 'answered', 'paid', ...ANSWER_STATES] as const;
export type Show = (typeof SHOWS)[number];
export type WaveChoice = { months: WaveMonths | null; show: Show };

const parsers = {
  wave: parseAsNumberLiteral(WAVE_MONTHS),
  show: parseAsStringLiteral(SHOWS).withDefault('to_ask').withOptions({ clearOnDefault: false }),
};
const load = createLoader(parsers);
const serialize = createSerializer(parsers);

/** Anything unknown is left out, so that no address fails. */
export function readWaveChoice(query: RawQuery): WaveChoice {
  const { wave, show } = load(query);
  return { months: wave, show };
}

/** The same screen with other rows; `params` are the date, the clock and the filter that stay. */
export function waveHref(
  slug: string,
  params: Readonly<Record<string, string>>,
  { months, show }: WaveChoice,
): string {
  const base = withParams(`${funnelPath(slug)}/waves`, params);
  return `${serialize(base, { wave: months, show })}#rows`;
}

/** Exactly the rows behind a number of a wave. */
export function shownRows({ rows }: Wave, show: Show): WaveRow[] {
  if (show === 'due') return rows;
  if (show === 'to_ask') return rows.filter(({ answer }) => answer === null);
  if (show === 'answered') return rows.filter(({ answer }) => answer !== null);
  if (show === 'paid') return rows.filter(({ paidByDue }) => paidByDue);
  const state: AnswerState = show;
  return rows.filter(({ answer }) => answer?.state === state);
}
