import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { reportHref } from '@/components/report/address';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { dayText } from '@/lib/core/dates';
import { isAppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { canSeeReports } from '@/lib/report/policy';
import { findChangedReport } from '@/lib/report/queries/list';

type Props = {
  scope: ProgramScope;
  /** The day that the figures beside it are of: what was published for it is named before all others. */
  asOf: string;
};

/** Says to whoever reads published figures that they have changed since: who publishes them and who defends them. */
export function PublishedChanged(props: Props) {
  if (!canSeeReports(props.scope)) return null;
  return (
    <Suspense fallback={null}>
      <Changed {...props} />
    </Suspense>
  );
}

/** Comes when it is counted: the figures neither wait for it nor fall with it. */
async function Changed({ scope, asOf }: Props) {
  const { report } = await findChangedReport(scope, { asOf }).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'unavailable') return { report: null };
    throw error;
  });
  if (!report) return null;
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()]);
  const number = t('number', { number: report.number });
  return (
    <Notice
      tone="warn"
      className="no-print mb-4"
      title={t('changed.title', { number })}
      actions={
        <TextLink href={`${reportHref(scope.program.slug, report.number)}#since`}>
          {t('changed.open')}
        </TextLink>
      }
    >
      {t('changed.text', { asOf: dayText(report.asOf, locale), count: report.changes })}
    </Notice>
  );
}
