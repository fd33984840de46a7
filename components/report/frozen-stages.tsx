import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { Funnel } from '@/lib/funnel/schema/figures';

const COLUMNS = ['reached', 'met', 'now', 'lost', 'onHold', 'invested'] as const;

/** Pairs by stage as they were frozen; each conversion with its two numbers. */
export function FrozenStages({ funnel: { stages, conversions, steps } }: { funnel: Funnel }) {
  const t = useTranslations('report.figures');
  const words = useTranslations('funnel.figure');
  const stageName = useTranslations('pair.stage');
  return (
    <TableScroll label={t('stages')}>
      <Table caption={t('stages')} dense>
        <thead>
          <tr>
            <HeaderCell>{words('stage')}</HeaderCell>
            {COLUMNS.map((key) => (
              <HeaderCell key={key} numeric>
                {words(key)}
              </HeaderCell>
            ))}
            <HeaderCell numeric>{words('conversion')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {stages.map((figures, k) => (
            <tr key={figures.stage}>
              <HeaderCell scope="row" className="whitespace-nowrap">
                {stageName(figures.stage)}
              </HeaderCell>
              {COLUMNS.map((key) => (
                <Cell key={key} numeric>
                  {key === 'met' && figures.stage === 'candidate' ? '–' : formatNumber(figures[key])}
                </Cell>
              ))}
              <Share share={conversions[k - 1]} />
            </tr>
          ))}
          {steps.map(({ step, pairs, ...share }) => (
            <tr key={step}>
              <HeaderCell scope="row" className="whitespace-nowrap">
                {t(`step.${step}`)}
              </HeaderCell>
              <Cell numeric>{formatNumber(pairs)}</Cell>
              <td colSpan={COLUMNS.length - 1} />
              <Share share={share} />
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Share({ share }: { share: { numerator: number; denominator: number } | undefined }) {
  if (!share) return <td />;
  const { numerator, denominator } = share;
  return (
    <Cell numeric>
      {formatPercent(numerator, denominator)}{' '}
      <span className="text-xs text-ink-2">
        ({formatNumber(numerator)}/{formatNumber(denominator)})
      </span>
    </Cell>
  );
}
