import { useLocale, useTranslations } from 'next-intl';
import { AmountLines } from '@/components/party/party-table';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { ScoreRecord } from '@/lib/match/schema';

/** A line a tenth, the best scores first; bars stand for shares of its pairs. */
export function ScoreRecordTable({ record }: { record: ScoreRecord }) {
  const t = useTranslations('match.record');
  const locale = useLocale();
  const day = parseDay(record.day);
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-ink-2">
        {t('text', { date: day ? formatDay(day, locale) : record.day })}{' '}
        {record.unscored > 0 && t('unscored', { count: record.unscored })}
      </p>
      <TableScroll label={t('title')}>
        <Table caption={t('title')} stacked>
          <thead>
            <tr>
              <HeaderCell>{t('tenth')}</HeaderCell>
              <HeaderCell>{t('scores')}</HeaderCell>
              <HeaderCell numeric>{t('pairs')}</HeaderCell>
              <HeaderCell>{t('wished')}</HeaderCell>
              <HeaderCell>{t('met')}</HeaderCell>
              <HeaderCell numeric>{t('amounts')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {record.items.map(({ tenth, scores, pairs, wished, met, amounts }) => (
              <tr key={tenth}>
                <HeaderCell scope="row">{t('ofTenth', { tenth })}</HeaderCell>
                <Cell data-label={t('scores')} className="tabular-nums">
                  {scores ? t('range', scores) : '–'}
                </Cell>
                <Cell numeric data-label={t('pairs')}>
                  {pairs}
                </Cell>
                <Cell data-label={t('wished')}>
                  <Share part={wished} of={pairs} />
                </Cell>
                <Cell data-label={t('met')}>
                  <Share part={met} of={pairs} />
                </Cell>
                <Cell numeric data-label={t('amounts')}>
                  <AmountLines amounts={amounts} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <p className="text-sm text-ink-2">{t('note')}</p>
    </div>
  );
}

/** A count with its share of the pairs, drawn and written; a dash where there are no pairs. */
function Share({ part, of }: { part: number; of: number }) {
  const t = useTranslations('match.record');
  if (of === 0) return <span className="text-ink-2">–</span>;
  const percent = Math.floor((100 * part) / of);
  return (
    <span className="grid w-36 gap-1">
      <span className="tabular-nums">{t('share', { part, percent })}</span>
      <span aria-hidden="true" className="h-2 overflow-hidden rounded-sm bg-surface-2">
        <span className="block h-full bg-action" style={{ inlineSize: `${percent}%` }} />
      </span>
    </span>
  );
}
