import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ImportList } from '@/components/import/import-list';
import { StartImport } from '@/components/import/start-import';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import type { RawQuery } from '@/lib/core/address';
import { canImport, canReadImports } from '@/lib/import/policy';
import { listImports } from '@/lib/import/queries/imports';
import { fieldsOf } from '@/lib/import/rules/fields';
import { IMPORT_KINDS } from '@/lib/import/schema';
import { requireProgram } from '@/lib/platform/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export default async function ImportsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadImports(scope)) notFound();
  const canChange = canImport(scope);
  const [{ kind: asked }, { items }, t] = await Promise.all([
    searchParams,
    listImports(scope, {}),
    getTranslations('import'),
  ]);
  const { slug, homeZone } = scope.program;
  const kinds = IMPORT_KINDS.map((kind) => ({
    kind,
    fields: fieldsOf(kind).map(({ key, isRequired }) => ({ key, isRequired })),
  }));
  const chosen = IMPORT_KINDS.find((kind) => kind === asked) ?? IMPORT_KINDS[0];
  return (
    <>
      <PageHeader title={t('title')} />
      <ClientMessages namespaces={['import']}>
        <div className="grid grid-cols-1 gap-8">
          {canChange ? <StartImport {...{ slug, kinds, chosen }} /> : <Notice title={t('closed')} />}
          {items.length > 0 && <ImportList {...{ slug, items, canChange }} zone={homeZone} />}
          {items.length === 0 && !canChange && <EmptyState title={t('none')} />}
        </div>
      </ClientMessages>
    </>
  );
}
