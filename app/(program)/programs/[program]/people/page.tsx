import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportLink } from '@/components/import/import-link';
import { InviteButton } from '@/components/invitation/invite-button';
import { InviteManyButton } from '@/components/invitation/invite-many';
import { MemberList } from '@/components/person/member-list';
import { memberRows } from '@/components/person/member-rows';
import { ClientMessages } from '@/components/shell/client-messages';
import { ExportMenu } from '@/components/shell/export-menu';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { WHOLE_LIST } from '@/lib/core/fields';
import { nameIn } from '@/lib/core/shown-name';
import { canImport } from '@/lib/import/policy';
import { listStartups } from '@/lib/party/queries/parties';
import { canReadPeople, rolesToGive } from '@/lib/person/policy';
import { listMembers } from '@/lib/person/queries/members';
import { requireProgram } from '@/lib/platform/gate';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('person.members');
  return { title: t('title') };
}

export default async function MembersPage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canReadPeople(scope)) notFound();
  const [t, locale, { items }, startups] = await Promise.all([
    getTranslations('person.members'),
    getLocale(),
    listMembers(scope, { limit: WHOLE_LIST }),
    listStartups(scope, { limit: 500 }),
  ]);
  const { homeZone } = scope.program;
  const rows = memberRows(items, { zone: homeZone, locale, words: t });
  const [here, gone] = [
    rows.filter((row) => row.state !== 'ended'),
    rows.filter((row) => row.state === 'ended'),
  ];
  const choices = {
    roles: rolesToGive(scope),
    startups: startups.items.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
  };
  return (
    <ClientMessages namespaces={['person', 'invitation', 'program']}>
      <PageHeader
        title={t('title')}
        subtitle={t('count', { count: here.length })}
        actions={
          <>
            <ExportMenu slug={scope.program.slug} what="people" asked={{}} />
            {canImport(scope) && <ImportLink slug={scope.program.slug} kind="people" />}
            <InviteManyButton choices={choices} />
            <InviteButton choices={choices} />
          </>
        }
      />
      {here.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <MemberList caption={t('title')} members={here} choices={choices} />
      )}
      {gone.length > 0 && (
        <details className="pt-8">
          <summary className="cursor-pointer font-bold">{t('gone', { count: gone.length })}</summary>
          <MemberList caption={t('goneCaption')} members={gone} choices={choices} />
        </details>
      )}
    </ClientMessages>
  );
}
