import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { dayText, formatPercent } from '@/lib/core/dates';
import { formatRate } from '@/lib/core/money';
import { concentrationOf } from '@/lib/funnel/rules/concentration';
import type { Funnel, LeftOut, SumFigures } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { ConcentrationLines } from './concentration-lines';
import { FigureText, UnconvertedText } from './figure-text';
import { ShareBars } from './share-bars';
import { totalsText } from './total-lines';

type Props = { funnel: Funnel; figures: SumFigures; rows: OpensRows; slug: string };

/** One sum in front: how much, by how many, and how few of them hold most of it. */
export function SumPanel({ funnel, figures, rows, slug }: Props) {
  const t = useTranslations('funnel');
  const { sum, pairs, missing, closed, krw, leftOut } = figures;
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
        {krw ? (
          <FigureText figures={figures} clocks={funnel} amountClass="block text-3xl font-bold" />
        ) : (
          <UnconvertedText figures={figures} clocks={funnel} />
        )}
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
            <TextLink href={rows({ kind: 'sum', sum }, { status: ['passed', 'withdrawn'] })}>
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
export function Concentration({ figures, all }: { figures: SumFigures; all: number }) {
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
