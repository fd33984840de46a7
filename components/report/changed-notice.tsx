import { getLocale, getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { dayText } from '@/lib/core/dates';
import type { ChangedReport } from '@/lib/report/schema';
import { reportHref } from './address';

/** Says that what was published is no longer what is known. */
export async function ChangedNotice({ slug, report }: { slug: string; report: ChangedReport }) {
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
