import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { dayText, formatPercent } from '@/lib/core/dates';
import { formatMoney, formatRate, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { concentrationOf, type Percent, partOfLargest } from '@/lib/funnel/rules/concentration';
import type { Funnel, LeftOut, SumFigures } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { FigureText, totalsText } from './figure-text';

type Props = { funnel: Funnel; figures: SumFigures; rows: OpensRows; slug: string };

/** One sum in front: how much, by how many, and how few of them hold most of it. */
export function SumPanel({ funnel, figures, rows, slug }: Props) {
  const t = useTranslations('funnel');
  const { sum, pairs, missing, closed, leftOut } = figures;
  const left = leftOut && leftOut.pairs > 0 && <LeftOutNotice {...{ sum, leftOut, rows }} />;
  const title = t('money.title', { sum: t(`sum.${sum}`) });
  if (pairs === 0) {
    return (
      <Panel title={title}>
        <p className="text-ink-2">{t('money.none')}</p>
        {left}
      </Panel>
    );
  }
  return (
    <Panel title={title} note={<Rates rates={figures.rates} />}>
      <div className="grid gap-1">
        <FigureText figures={figures} clocks={funnel} amountClass="block text-3xl font-bold" />
        <p className="text-sm text-ink-2">
          {t('money.concentration', { all: funnel.startups, some: figures.startups })}
        </p>
      </div>
      <ShareBars figures={figures} rows={rows} />
      <ConcentrationLines figures={figures} />
      {missing.length > 0 && (
        <Notice
          tone="warn"
          actions={<TextLink href={`/programs/${slug}/settings/rates`}>{t('money.addRate')}</TextLink>}
        >
          {t('money.missing', { currencies: missing.join(', ') })}
        </Notice>
      )}
      {left}
      {closed > 0 && (
        <Notice
          tone="warn"
          actions={
            <TextLink href={rows({ kind: 'sum', sum }, { standing: ['passed', 'withdrawn'] })}>
              {t('money.openClosed', { count: closed })}
            </TextLink>
          }
        >
          {t('money.closed', { count: closed })}
        </Notice>
      )}
    </Panel>
  );
}

/** What talk ended with its pairs, and the way to them. */
function LeftOutNotice({
  sum,
  leftOut,
  rows,
}: Pick<SumFigures, 'sum'> & { leftOut: LeftOut; rows: OpensRows }) {
  const t = useTranslations('funnel.money');
  const locale = useLocale();
  const { pairs: count, totals } = leftOut;
  return (
    <Notice
      actions={<TextLink href={rows({ kind: 'left_out', sum })}>{t('openClosed', { count })}</TextLink>}
    >
      {t('leftOutWhy', { count, money: totalsText(totals, locale) })}
    </Notice>
  );
}

/** `15개사 중 5개사 · 상위 1개사가 36.7 %`. */
export function ConcentrationNote({ figures, all }: { figures: SumFigures; all: number }) {
  const t = useTranslations('funnel.money');
  const { startups, largest } = concentrationOf(figures);
  const few = t('concentration', { all, some: startups });
  if (!largest) return few;
  return `${few} · ${t('largest', { percent: formatPercent(largest.numerator, largest.denominator) })}`;
}

function Rates({ rates }: { rates: SumFigures['rates'] }) {
  const t = useTranslations('funnel.money');
  const locale = useLocale();
  return rates.map(({ base, rate, on, source }) => {
    const date = dayText(on, locale);
    return (
      <span key={base} className="block">
        {t('rateOn', { rate: formatRate({ base, quote: 'KRW', rate }, locale), date, source })}
      </span>
    );
  });
}

const SHOWN = 8;

/** The startups behind a sum, the largest first, each opening its pairs. Bars only where all are in won. */
function ShareBars({ figures, rows }: { figures: SumFigures; rows: OpensRows }) {
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

/** How few make the sum: the largest one's part, then how many make 50, 80 and 100 % of it. */
function ConcentrationLines({ figures }: { figures: SumFigures }) {
  const t = useTranslations('funnel-readings.concentration');
  const locale = useLocale();
  const { largest, makes } = concentrationOf(figures);
  const first = figures.concentration[0]?.minor;
  if (!largest || !figures.krw || first === null || first === undefined) return null;
  const won = (minor: string) => formatMoney(money(minor, 'KRW'), locale);
  const fewest = (wanted: Percent) => makes.find(({ percent }) => percent === wanted)?.startups ?? 0;
  return (
    <ul aria-label={t('title')} className="grid gap-0.5 border-t border-line pt-3 text-xs text-ink-2">
      <li>
        {t('largest', {
          percent: formatPercent(largest.numerator, largest.denominator),
          ...{ part: won(first), all: won(figures.krw.minor) },
        })}
      </li>
      <li>{t('makes', { half: fewest(50), most: fewest(80), all: fewest(100) })}</li>
    </ul>
  );
}
