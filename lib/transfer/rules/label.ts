import { dayText, formatDateTime } from '@/lib/core/dates';
import { formatRate } from '@/lib/core/money';
import type { Locale, ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import type { Say } from '@/lib/funnel/rules/words';
import type { RateOn } from '@/lib/funnel/schema/figures';
import type { Book } from '../schema';

type Labelled = {
  scope: ProgramScope;
  /** What the figures are, in words. */
  figure: string;
  asOf: string;
  knownOn: string | null;
  timeZone: string;
  /** What narrows the pairs, in words; empty for all of them. */
  filter: readonly string[];
  rates: readonly RateOn[];
  now: Date;
};

/** What must never be apart from exported figures: whose they are, as of when, as known when, by which rates, who took them. */
export function labelOf(of: Labelled, say: Say, locale: Locale): Book['label'] {
  const { scope, asOf, knownOn, timeZone, filter, rates, now } = of;
  const line = (term: string, value: string) => ({ term: say(`transfer.label.${term}`), value });
  return [
    line('program', `${nameIn(scope.program, locale)} (${scope.program.slug})`),
    line('figure', of.figure),
    line('asOf', dayText(asOf, locale)),
    line('knownOn', knownOn ? dayText(knownOn, locale) : say('transfer.knownNow')),
    line('zone', timeZone),
    line('filter', filter.length > 0 ? filter.join('; ') : say('transfer.noFilter')),
    ...rates.map(({ base, rate, on, source }) =>
      line('rate', `${formatRate({ base, quote: 'KRW', rate }, locale)} (${dayText(on, locale)}, ${source})`),
    ),
    line('exported', `${formatDateTime(now, timeZone, locale)}, ${nameIn(scope.viewer, locale)}`),
  ];
}
