import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditFilter, AuditPages } from '@/components/audit/audit-filter';
import { AuditList } from '@/components/audit/audit-list';
import { PeopleTabs } from '@/components/person/people-tabs';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { canReadInstallationAudit } from '@/lib/audit/policy';
import { listInstallationAudit } from '@/lib/audit/queries';
import { askedOf, readAuditAddress } from '@/lib/audit/rules';
import type { RawQuery } from '@/lib/core/address';
import { homeZoneOf } from '@/lib/person/rules/home-zone';
import { requireRight } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('installationTitle') };
}

type Props = { searchParams: Promise<RawQuery> };

const NOUNS = ['person', 'invitation', 'token', 'program'] as const;
const PATH = '/people/audit';

export default async function InstallationAuditPage({ searchParams }: Props) {
  const viewer = await requireRight(canReadInstallationAudit);
  const address = { ...readAuditAddress(await searchParams), pair: null };
  const [t, page] = await Promise.all([
    getTranslations('audit'),
    orNotFound(listInstallationAudit(viewer, askedOf(address))),
  ]);
  return (
    <>
      <PageHeader title={t('installationTitle')} subtitle={t('installationSubtitle')}>
        <PeopleTabs current="audit" />
        <AuditFilter address={address} path={PATH} nouns={NOUNS} people={[]} />
      </PageHeader>
      {page.items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <AuditList caption={t('installationTitle')} items={page.items} zone={homeZoneOf(viewer)} />
      )}
      <AuditPages address={address} path={PATH} nextCursor={page.nextCursor} count={page.items.length} />
    </>
  );
}
