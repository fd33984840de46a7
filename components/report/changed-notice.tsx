import { getLocale, getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { dayText } from '@/lib/core/dates';
import type { ListedReport } from '@/lib/report/rules/frozen';
import { reportHref } from './address';

type Props = {
  slug: string;
  reports: readonly ListedReport[];
  /** The day on the screen: what was published for it is told before all others. */
  asOf: string;
};

/** Of the reports whose figures have changed since: the one of the day on the screen, else the latest; null without any. */
export function reportToTell(reports: readonly ListedReport[], asOf: string): ListedReport | null {
  const changed = reports.filter(({ changes }) => changes > 0);
  return changed.find((each) => each.asOf === asOf) ?? changed[0] ?? null;
}

/** Says that what was published is no longer what is known; nothing where it is. */
export async function ChangedNotice({ slug, reports, asOf }: Props) {
  const report = reportToTell(reports, asOf);
  if (!report) return null;
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
