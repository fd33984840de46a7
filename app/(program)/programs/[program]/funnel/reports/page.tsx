import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublishButton } from '@/components/report/publish-button';
import { ReportList } from '@/components/report/report-list';
import { ClientMessages } from '@/components/shell/client-messages';
import { EmptyState } from '@/components/ui/empty-state';
import type { RawQuery } from '@/lib/core/address';
import { requireProgram } from '@/lib/platform/gate';
import { canPublishReports, canSeeReports } from '@/lib/report/policy';
import { listReports } from '@/lib/report/queries/list';
import { DatedHead, datedAddress, titleOf } from '../dated-head';

export const generateMetadata = () => titleOf('report');

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

/** What was said to the outside, under its numbers. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canSeeReports(scope)) notFound();
  const dated = datedAddress(scope, await searchParams);
  const t = await getTranslations('report');
  const { items } = await listReports(scope, {});
  const { slug, homeZone: zone } = scope.program;
  const canPublish = canPublishReports(scope);
  return (
    <>
      <DatedHead
        {...dated}
        scope={scope}
        place="reports"
        title={t('title')}
        actions={
          canPublish && (
            <ClientMessages namespaces={['report', 'funnel', 'pair']}>
              <PublishButton slug={slug} zone={zone} asOf={dated.address.asOf} today={dated.today} />
            </ClientMessages>
          )
        }
      />
      {items.length > 0 ? (
        <ReportList slug={slug} zone={zone} reports={items} />
      ) : (
        <EmptyState title={t('empty.title')}>{t(canPublish ? 'empty.text' : 'empty.textReader')}</EmptyState>
      )}
    </>
  );
}
