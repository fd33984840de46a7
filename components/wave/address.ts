import { funnelPath } from '@/components/funnel/address';
import { WAVE_MONTHS, type WaveMonths } from '@/lib/program/rules';
import type { Wave, WaveRow } from '@/lib/wave/schema';
import { ANSWER_STATES, type AnswerState } from '@/lib/wave/schema';

/** Which rows of a wave are shown: all that are due, by how they were answered, or those paid by then. */
export const SHOWS = ['to_ask', 'due', 'answered', 'paid', ...ANSWER_STATES] as const;
export type Show = (typeof SHOWS)[number];
export type WaveChoice = { months: WaveMonths | null; show: Show };

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Anything unknown is left out, so that no address fails. */
export function readWaveChoice(query: Query): WaveChoice {
  return {
    months: WAVE_MONTHS.find((each) => String(each) === query.wave) ?? null,
    show: SHOWS.find((each) => each === query.show) ?? 'to_ask',
  };
}

/** The same screen with other rows; `params` are the date, the clock and the filter that stay. */
export function waveHref(
  slug: string,
  params: Readonly<Record<string, string>>,
  { months, show }: WaveChoice,
): string {
  const search = new URLSearchParams({ ...params, ...(months ? { wave: String(months) } : {}), show });
  return `${funnelPath(slug)}/waves?${search}#rows`;
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
