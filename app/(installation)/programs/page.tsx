import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import { LockedPrograms } from '@/components/program/locked-programs';
import { ProgramTable } from '@/components/program/program-table';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { parseAsOneOf, type RawQuery } from '@/lib/core/address';
import { WHOLE_LIST } from '@/lib/core/fields';
import { requireViewer } from '@/lib/platform/gate';
import { canCreatePrograms } from '@/lib/program/policy';
import { listPrograms } from '@/lib/program/queries/programs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.list'))('title') };
}

const readList = createLoader({ archived: parseAsOneOf(['only']) });

type Props = { searchParams: Promise<RawQuery> };

export default async function ProgramsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  const { lockedPrograms: closed } = viewer;
  const canCreate = canCreatePrograms(viewer);
  const archived = canCreate && readList(await searchParams).archived === 'only';
  const { items } = await listPrograms(viewer, { limit: WHOLE_LIST, ...(archived && { archived: 'only' }) });
  const t = await getTranslations('program.list');
  const add = (
    <>
      <LinkButton size="sm" href="/programs/restore-archive">
        {t('restore')}
      </LinkButton>
      <LinkButton size="sm" tone="primary" href="/programs/new">
        {t('add')}
      </LinkButton>
    </>
  );
  const views = [
    { href: '/programs', label: t('live'), current: !archived },
    { href: '/programs?archived=only', label: t('archived'), current: archived },
  ];
  const empty = archived ? 'emptyArchived' : canCreate ? 'emptyAdmin' : 'empty';
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          canCreate && (
            <>
              <SegmentedLinks label={t('views')} items={views} />
              {add}
            </>
          )
        }
      />
      {closed.length > 0 && <LockedPrograms programs={closed} />}
      {items.length === 0 && closed.length === 0 && (
        <EmptyState title={t(empty)} actions={canCreate && !archived && add}>
          {empty === 'empty' && t('emptyText')}
          {empty === 'emptyAdmin' && t('emptyAdminText')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ClientMessages namespaces={['program']}>
          <ProgramTable programs={items} now={new Date()} />
        </ClientMessages>
      )}
    </>
  );
}
