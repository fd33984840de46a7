import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber } from '@/lib/core/dates';
import { type FigureName, readFigure } from '@/lib/funnel/rules/figure';
import type { TimeInStage } from '@/lib/funnel/rules/survival';
import type { Funnel, StageFigures, StepFigures } from '@/lib/funnel/schema/figures';
import type { OpensRows } from './address';
import { ConversionCell } from './conversion-cell';
import { CountLink } from './count-link';

type Props = { funnel: Funnel; times: readonly TimeInStage[]; rows: OpensRows; date: string };

/** Everything of the picture as a table, and what does not fit into it. */
export function StageTable({ funnel, times, rows, date }: Props) {
  const t = useTranslations('funnel');
  const caption = t('table.caption', { date });
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t('figure.stage')}</HeaderCell>
            {COLUMNS.map(({ key }) => (
              <HeaderCell key={key} numeric>
                {t(`figure.${key}`)}
              </HeaderCell>
            ))}
            <HeaderCell numeric>{t('figure.conversion')}</HeaderCell>
            <HeaderCell numeric>{t('time.median')}</HeaderCell>
            <HeaderCell numeric>{t('time.upper')}</HeaderCell>
            <HeaderCell numeric>{t('time.stays')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {funnel.stages.map((figures) => (
            <StageRow key={figures.stage} {...{ figures, funnel, rows }} time={timeOf(times, figures)} />
          ))}
          {funnel.steps.map((step) => (
            <StepRow key={step.step} {...{ step, rows }} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

const COLUMNS = [
  { key: 'reached', kind: 'reached' },
  { key: 'met', kind: 'met' },
  { key: 'now', kind: 'now' },
  { key: 'lost', kind: 'lost' },
  { key: 'onHold', kind: 'on_hold' },
  { key: 'invested', kind: 'invested' },
] as const satisfies readonly { key: keyof StageFigures; kind: FigureName['kind'] }[];

function timeOf(times: readonly TimeInStage[], { stage }: StageFigures): TimeInStage | undefined {
  return times.find((time) => time.stage === stage);
}

/** A step behind the last stage: pairs that ever got there; nothing stands, meets or is lost in it. */
function StepRow({ step: { step, pairs, ...into }, rows }: { step: StepFigures; rows: OpensRows }) {
  const t = useTranslations('funnel-readings');
  const name = t(`step.${step}`);
  return (
    <tr>
      <HeaderCell scope="row" className="whitespace-nowrap">
        {name}
      </HeaderCell>
      <Cell numeric>
        <CountLink count={pairs} href={rows({ kind: 'step', step })} label={t('openStep', { step: name })} />
      </Cell>
      {COLUMNS.slice(1).map(({ key }) => (
        <Cell key={key} numeric>
          –
        </Cell>
      ))}
      <ConversionCell into={into} />
      <Cell numeric>–</Cell>
      <Cell numeric>–</Cell>
      <Cell numeric>–</Cell>
    </tr>
  );
}

type RowProps = { figures: StageFigures; funnel: Funnel; time: TimeInStage | undefined; rows: OpensRows };

function StageRow({ figures, funnel, time, rows }: RowProps) {
  const t = useTranslations('funnel');
  const stage = useTranslations('pair.stage')(figures.stage);
  const into = funnel.conversions.find(({ to }) => to === figures.stage);
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : t('days', { days: value });
  return (
    <tr>
      <HeaderCell scope="row" className="whitespace-nowrap">
        {stage}
      </HeaderCell>
      {COLUMNS.map(({ key, kind }) => {
        const figure = readFigure(`${kind}:${figures.stage}`);
        return (
          <Cell key={key} numeric>
            {figure ? (
              <CountLink count={figures[key]} href={rows(figure)} label={t(`open.${key}`, { stage })} />
            ) : (
              '–'
            )}
          </Cell>
        );
      })}
      <ConversionCell into={into ?? null} />
      <Cell numeric>{days(time?.medianDays)}</Cell>
      <Cell numeric>{days(time?.upperQuartileDays)}</Cell>
      <Cell numeric>
        {formatNumber(time?.stays ?? 0)} (
        <CountLink
          tight
          count={time?.open ?? 0}
          href={rows({ kind: 'staying', stage: figures.stage })}
          label={t('open.staying', { stage })}
        />
        )
      </Cell>
    </tr>
  );
}
