import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readImportAddress } from '@/components/import/import-address';
import { ImportScreen } from '@/components/import/import-screen';
import { firstShown } from '@/components/import/verdict-tabs';
import { ClientMessages } from '@/components/shell/client-messages';
import { isId, type RawQuery } from '@/lib/core/address';
import { canImport, canReadImports } from '@/lib/import/policy';
import { changeTexts } from '@/lib/import/queries/change-texts';
import { getImport, listImportRows } from '@/lib/import/queries/imports';
import { problemTexts } from '@/lib/import/queries/problem-texts';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

type Props = { params: Promise<{ program: string; import: string }>; searchParams: Promise<RawQuery> };

const A_PAGE = 100;

export default async function ImportPage({ params, searchParams }: Props) {
  const { program, import: importId } = await params;
  const scope = await requireProgram(program);
  if (!canReadImports(scope) || !isId(importId)) notFound();
  const { show, cursor } = readImportAddress(await searchParams);
  const detail = await orNotFound(getImport(scope, { importId }));
  const shown = show ?? firstShown(detail);
  const rows = await orNotFound(
    listImportRows(scope, { importId, verdict: shown, limit: A_PAGE, ...(cursor ? { cursor } : {}) }),
  );
  const locale = await getLocale();
  const items = rows.items.map((row) => ({
    ...row,
    changes: changeTexts(row.changes, locale),
    texts: problemTexts(row.problems, row.cells, locale),
  }));
  return (
    <ClientMessages namespaces={['import']}>
      <ImportScreen
        {...{ detail, shown }}
        rows={{ ...rows, items }}
        program={scope.program}
        isOwn={detail.by.id === scope.viewer.personId}
        canChange={canImport(scope)}
      />
    </ClientMessages>
  );
}
