import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { InvestorTable } from '@/components/investor/investor-table';
import { EmptyList } from '@/components/program/party/empty-list';
import {
  asOfOf,
  clocksAsked,
  listAsked,
  type SearchParams,
  searchOf,
} from '@/components/program/party/list-address';
import { ListFoot } from '@/components/program/party/list-foot';
import { ListHeader } from '@/components/program/party/list-header';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { LinkButton } from '@/components/ui/link-button';
import { canEditInvestors, canSeeInvestorFigures } from '@/lib/investor/policy';
import { listInvestors } from '@/lib/investor/queries/list';
import type { AskedInvestors } from '@/lib/investor/schema';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('investor.list'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function InvestorsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  const path = `/programs/${scope.program.slug}/investors`;
  const withFigures = canSeeInvestorFigures(scope);
  const asked = listAsked(
    await searchParams,
    withFigures ? ['q', 'archived', 'asOf', 'knownOn', 'cursor'] : ['q', 'cursor'],
  );
  const [page, locale, t] = await Promise.all([
    orNotFound(listInvestors(scope, asked as AskedInvestors)),
    getLocale(),
    getTranslations('investor.list'),
  ]);
  const asOf = asOfOf(scope.program, asked, new Date(), locale);
  const { cursor: _, ...filter } = asked;
  const add = canEditInvestors(scope) && (
    <LinkButton tone="primary" size="sm" href={`${path}/new`}>
      {t('add')}
    </LinkButton>
  );
  return (
    <>
      <ListHeader
        title={t('title')}
        program={scope.program}
        path={path}
        total={page.total}
        asked={filter}
        asOf={withFigures && <AsOfChip {...asOf} path={path} params={filter} />}
        actions={add}
        withArchive={withFigures}
      />
      {page.items.length === 0 ? (
        <EmptyList
          path={path}
          asked={filter}
          title={t(asked.archived ? 'emptyArchived' : 'empty')}
          text={asked.archived ? null : t(withFigures ? 'emptyText' : 'emptyStartup')}
          action={asked.archived ? null : add}
        />
      ) : (
        <InvestorTable
          slug={scope.program.slug}
          investors={page.items}
          search={searchOf(clocksAsked(asked))}
          withFigures={withFigures}
        />
      )}
      <ListFoot
        path={path}
        asked={asked}
        shown={page.items.length}
        total={page.total}
        nextCursor={page.nextCursor}
      />
    </>
  );
}
