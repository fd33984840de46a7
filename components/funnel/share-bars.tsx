import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/lib/core/dates';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { partOfLargest } from '@/lib/funnel/rules/concentration';
import type { SumFigures } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { totalsText } from './total-lines';

const SHOWN = 8;

/** The startups behind a sum, the largest first, each opening its pairs. Bars only where all are in won. */
export function ShareBars({ figures, rows }: { figures: SumFigures; rows: OpensRows }) {
  const t = useTranslations('funnel.money');
  const open = useTranslations('funnel.open');
  const locale = useLocale();
  const { sum, concentration, krw } = figures;
  const largest = concentration[0]?.minor ?? null;
  const total = Number(krw?.minor ?? 0);
  return (
    <ol className="grid gap-1.5">
      {concentration.slice(0, SHOWN).map(({ startup, minor, totals }) => {
        const name = shownName(startup, locale);
        const amount = minor === null ? totalsText(totals, locale) : formatMoney(money(minor, 'KRW'), locale);
        const percent = total > 0 && minor !== null ? formatPercent(Number(minor), total) : '–';
        return (
          <li key={startup.id}>
            <Link
              href={rows({ kind: 'sum', sum }, { startup: [startup.id] })}
              prefetch={false}
              title={t('share', { startup: name, amount, percent })}
              className="grid grid-cols-[6.5rem_minmax(0,1fr)_7.5rem] items-center gap-2 rounded-sm py-0.5 text-sm hover:bg-surface-2"
            >
              <span className="truncate">{name}</span>
              <span className="block h-3.5">
                <span
                  className="block h-full min-w-0.5 rounded-sm bg-stage-4 transition-[inline-size] duration-200 ease-calm"
                  style={{ inlineSize: `${partOfLargest(minor, largest) * 100}%` }}
                />
              </span>
              <span className="text-end whitespace-nowrap tabular-nums">
                {amount}
                <span className="sr-only"> {open('startup')}</span>
              </span>
            </Link>
          </li>
        );
      })}
      {concentration.length > SHOWN && (
        <li className="text-sm text-ink-2">{t('more', { count: concentration.length - SHOWN })}</li>
      )}
    </ol>
  );
}
