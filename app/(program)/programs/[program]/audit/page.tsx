import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuditFilter, AuditPages } from '@/components/audit/audit-filter';
import { AuditList } from '@/components/audit/audit-list';
import { ExportMenu } from '@/components/shell/export-menu';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { canReadAudit } from '@/lib/audit/policy';
import { listAudit } from '@/lib/audit/queries';
import { AUDIT_NOUNS, askedOf, readAuditAddress } from '@/lib/audit/rules';
import type { RawQuery } from '@/lib/core/address';
import { WHOLE_LIST } from '@/lib/core/fields';
import { byShownName, nameIn } from '@/lib/core/shown-name';
import { listMembers } from '@/lib/person/queries/members';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<RawQuery>;
};

/** A program's entries never speak of tokens: those belong to a person. */
const NOUNS = AUDIT_NOUNS.filter((noun) => noun !== 'token');

export default async function AuditPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadAudit(scope)) notFound();
  const address = readAuditAddress(await searchParams);
  const [t, page, members] = await Promise.all([
    getTranslations('audit'),
    orNotFound(listAudit(scope, askedOf(address))),
    listMembers(scope, { limit: WHOLE_LIST }),
  ]);
  const { slug, homeZone } = scope.program;
  const path = `/programs/${slug}/audit`;
  const { cursor: _, ...asked } = askedOf(address);
  const locale = await getLocale();
  const people = members.items
    .sort(byShownName(locale))
    .map((member) => ({ value: member.personId, label: nameIn(member, locale) }));
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={<ExportMenu slug={slug} what="audit" asked={asked} />}
      >
        <AuditFilter address={address} path={path} nouns={NOUNS} people={people} />
      </PageHeader>
      {page.items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <AuditList caption={t('title')} items={page.items} zone={homeZone} slug={slug} />
      )}
      <AuditPages address={address} path={path} nextCursor={page.nextCursor} count={page.items.length} />
    </>
  );
}
