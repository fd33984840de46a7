import { getLocale, getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { dayText } from '@/lib/core/dates';
import type { ListedReport } from '@/lib/report/rules/frozen';
import { reportHref } from './address';

type Props = {
  slug: string;
  reports: readonly ListedReport[];
  /** The day on the screen: its own last report is the one that matters, else the last of all. */
  asOf: string;
};

/** Says that what was published is no longer what is known; nothing where it is. */
export async function ChangedNotice({ slug, reports, asOf }: Props) {
  const report = reports.find((each) => each.asOf === asOf) ?? reports[0];
  if (!report || report.changes === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()]);
  const number = t('number', { number: report.number });
  return (
    <Notice
      tone="warn"
      className="no-print mb-4"
      title={t('changed.title', { number })}
      actions={<TextLink href={`${reportHref(slug, report.number)}#since`}>{t('changed.open')}</TextLink>}
    >
      {t('changed.text', { asOf: dayText(report.asOf, locale), count: report.changes })}
    </Notice>
  );
}
