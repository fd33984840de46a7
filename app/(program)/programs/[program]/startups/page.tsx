import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
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
import { SectorFilter } from '@/components/startup/sector-filter';
import { StartupTable } from '@/components/startup/startup-table';
import { LinkButton } from '@/components/ui/link-button';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canAddStartups } from '@/lib/startup/policy';
import { listStartups } from '@/lib/startup/queries/list';
import type { AskedStartups } from '@/lib/startup/schema';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('startup.list'))('title') };
}

type Props = { params: Promise<{ program: string }>; searchParams: Promise<SearchParams> };

export default async function StartupsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  const path = `/programs/${scope.program.slug}/startups`;
  if (scope.startupId) redirect(`${path}/${scope.startupId}`);
  const asked = listAsked(await searchParams, ['q', 'sector', 'archived', 'asOf', 'knownOn', 'cursor']);
  const [page, locale, t] = await Promise.all([
    orNotFound(listStartups(scope, asked as AskedStartups)),
    getLocale(),
    getTranslations('startup.list'),
  ]);
  const asOf = asOfOf(scope.program, asked, new Date(), locale);
  const { cursor: _, ...filter } = asked;
  const add = canAddStartups(scope) && (
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
        asOf={<AsOfChip {...asOf} path={path} params={filter} />}
        actions={add}
        filter={<SectorFilter path={path} asked={filter} />}
      />
      {page.items.length === 0 ? (
        <EmptyList
          path={path}
          asked={filter}
          title={t(asked.archived ? 'emptyArchived' : 'empty')}
          text={asked.archived ? null : t('emptyText')}
          action={asked.archived ? null : add}
        />
      ) : (
        <StartupTable slug={scope.program.slug} startups={page.items} search={searchOf(clocksAsked(asked))} />
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
