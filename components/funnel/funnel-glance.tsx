import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { withParams } from '@/lib/core/address';
import { dayText, formatPercent } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import type { Funnel, SumFigures } from '@/lib/funnel/schema/figures';
import { funnelPath, type OpensRows, rowsOf } from './address';
import { CountLink } from './count-link';
import { FigureText, LeftOutText } from './figure-text';
import { StageBar } from './stage-bar';
import { ConcentrationNote } from './sum-panel';

type Props = { program: { slug: string }; funnel: Funnel; locale: Locale };

/** The funnel in one look, for a home: how far pairs got, what went on from each stage, and the money that stands furthest. */
export function FunnelGlance({ program: { slug }, funnel, locale }: Props) {
  const t = useTranslations('funnel');
  const stageName = useTranslations('pair.stage');
  const { stages, conversions, asOf } = funnel;
  const date = dayText(asOf, locale);
  const rows = rowsOf(slug, funnel);
  const all = stages[0]?.reached ?? 0;
  const sums = funnel.sums.filter(({ pairs, leftOut }) => pairs > 0 || (leftOut?.pairs ?? 0) > 0);
  const { knownOn } = funnel;
  const href = withParams(funnelPath(slug), { asOf, ...(knownOn && { knownOn }) });
  return (
    <Panel
      title={t('glance.title', { date })}
      actions={
        <LinkButton size="sm" href={href}>
          {t('glance.open')}
        </LinkButton>
      }
    >
      {all === 0 ? (
        <p className="text-ink-2">{t('empty.early', { date })}</p>
      ) : (
        <ol className="grid gap-1.5">
          {stages.map(({ stage, reached }, k) => {
            const into = conversions[k - 1];
            return (
              <li
                key={stage}
                className="grid grid-cols-[7.5rem_minmax(0,1fr)_3rem_3.75rem] items-center gap-2 text-sm"
              >
                <span className="truncate">{stageName(stage)}</span>
                <span className="flex h-6">
                  <StageBar
                    {...{ place: stage, count: reached, part: reached / all, runs: 'down' }}
                    href={rows({ kind: 'reached', stage })}
                  />
                </span>
                <CountLink
                  count={reached}
                  href={rows({ kind: 'reached', stage })}
                  label={t('open.reached', { stage: stageName(stage) })}
                  className="text-end font-bold"
                />
                <span className="text-end text-xs text-ink-2 tabular-nums">
                  {into ? formatPercent(into.numerator, into.denominator) : ''}
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <ul className="grid gap-2">
        {sums.map((figures) => (
          <GlanceSum key={figures.sum} {...{ figures, funnel, rows }} />
        ))}
      </ul>
    </Panel>
  );
}

/** One line for each sum that has money; no line below them. */
function GlanceSum({ figures, funnel, rows }: { figures: SumFigures; funnel: Funnel; rows: OpensRows }) {
  return (
    <li className="border-t border-line pt-2">
      <FigureText figures={figures} clocks={funnel} amountClass="text-lg font-bold" />
      <p className="text-xs text-ink-2">
        <ConcentrationNote figures={figures} all={funnel.startups} />
      </p>
      <LeftOutText leftOut={figures.leftOut} href={rows({ kind: 'left_out', sum: figures.sum })} />
    </li>
  );
}
