import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { shownName } from '@/lib/core/shown-name';
import type { ListedReport } from '@/lib/report/schema';
import { reportHref } from './address';
import { clocksText } from './report-words';

type Props = { slug: string; zone: string; reports: readonly ListedReport[] };

/** Every report, newest first: what was said, as of when, as known when, and how much came in since. */
export function ReportList({ slug, zone, reports }: Props) {
  const t = useTranslations('report');
  return (
    <TableScroll label={t('list.caption')}>
      <Table caption={t('list.caption')} stacked className="md:min-w-[52rem]">
        <thead>
          <tr>
            {(['number', 'asOf', 'knownAt', 'sentence', 'by'] as const).map((key) => (
              <HeaderCell key={key}>{t(`list.${key}`)}</HeaderCell>
            ))}
            <HeaderCell numeric>{t('list.changes')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <Row key={report.number} {...{ slug, zone, report }} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function Row({ slug, zone, report }: { slug: string; zone: string; report: ListedReport }) {
  const t = useTranslations('report');
  const locale = useLocale();
  const { asOf, knownAt } = clocksText(report, zone, locale);
  const number = t('number', { number: report.number });
  const href = reportHref(slug, report.number);
  return (
    <tr>
      <HeaderCell scope="row" className="whitespace-nowrap">
        <Link href={href} className="ui-link" aria-label={t('list.open', { number })}>
          {number}
        </Link>
      </HeaderCell>
      <Cell data-label={t('list.asOf')} className="whitespace-nowrap tabular-nums">
        {asOf}
      </Cell>
      <Cell data-label={t('list.knownAt')} className="whitespace-nowrap tabular-nums">
        {knownAt}
      </Cell>
      <Cell className="text-sm md:min-w-72">{locale === 'ko' ? report.sentenceKo : report.sentenceEn}</Cell>
      <Cell data-label={t('list.by')} className="whitespace-nowrap">
        {report.by ? shownName(report.by, locale) : t('somebody')}
      </Cell>
      <Cell data-label={t('list.changes')} numeric>
        {report.changes === 0 ? (
          <span className="text-ink-2">{t('list.none')}</span>
        ) : (
          <Link href={`${href}#since`} className="ui-link">
            {t('list.changed', { count: report.changes })}
          </Link>
        )}
      </Cell>
    </tr>
  );
}
