import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { nameOfMeeting } from '@/components/meeting/names';
import { pairAddress } from '@/components/pair/pair-address';
import { type Day, formatDay, formatRelativeDays, parseDay } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { PairItem } from '@/lib/pair/schema';

type Props = {
  pairs: readonly PairItem[];
  program: ProgramEntry;
  today: Day;
  asStartup: boolean;
  /** The list these come from, so that the pair's page goes on through it. */
  query?: Record<string, string>;
};

/** Next steps of a few pairs: what, by when, by whom. */
export async function StepRows({ pairs, program, today, asStartup, query }: Props) {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  return (
    <ul className="border-t border-line">
      {pairs.map((pair) => {
        const day = parseDay(pair.nextStep?.on ?? '');
        const isLate = day !== null && day < today;
        return (
          <li
            key={pair.id}
            className="relative flex items-baseline gap-3 border-b border-line py-2.5 hover:bg-surface-2"
          >
            <div className="grid min-w-0 flex-1">
              <Link
                href={pairAddress(program.slug, pair.id, query)}
                className="font-medium break-words after:absolute after:inset-0 hover:underline"
              >
                {pair.nextStep?.text}
              </Link>
              <span className="text-sm break-words text-ink-2">
                {nameOfMeeting(pair, locale, asStartup)}
                {pair.nextStep?.owner && ` · ${shownName(pair.nextStep.owner, locale)}`}
              </span>
            </div>
            <span className="grid shrink-0 justify-items-end text-sm tabular-nums">
              <span className={isLate ? 'font-medium text-danger' : undefined}>
                {day ? formatRelativeDays(day, today, locale) : t('noDate')}
              </span>
              {day && <span className="text-ink-2">{formatDay(day, locale)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
