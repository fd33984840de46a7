import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportLink, ImportStart } from '@/components/import/import-link';
import { PARTY_LOOKS, partiesPath } from '@/components/party/kinds';
import { asOfOf, clocksAsked, listAsked, listSearchOf } from '@/components/party/list-address';
import { EmptyList, ListFoot, ListHeader } from '@/components/party/list-frame';
import { PartyTable, SectorFilter } from '@/components/party/party-table';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { ClientMessages } from '@/components/shell/client-messages';
import { ExportMenu } from '@/components/shell/export-menu';
import { LinkButton } from '@/components/ui/link-button';
import { ViewsMenu } from '@/components/view/views-menu';
import type { RawQuery } from '@/lib/core/address';
import { canImport } from '@/lib/import/policy';
import { canKeepParties, canSeePartyFigures, ownPartyId } from '@/lib/party/policy';
import { listInvestors, listStartups } from '@/lib/party/queries/parties';
import type { PartyKind } from '@/lib/party/rules';
import type { AskedParties, PartyListPage } from '@/lib/party/schema';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canShareViews } from '@/lib/view/policy';

/** As the operations of exports and imports call them. */
const EXPORTED = { startup: 'startups', investor: 'investors' } as const;
const LISTS = { startup: listStartups, investor: listInvestors };

export type PartyListProps = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function partyListMetadata(kind: PartyKind) {
  return { title: (await getTranslations())(`${kind}.list.title`) };
}

/** The list of one kind of party; who has one of their own goes there. */
export async function partyListPage(kind: PartyKind, { params, searchParams }: PartyListProps) {
  const scope = await requireProgram((await params).program);
  const { slug } = scope.program;
  const path = partiesPath(slug, kind);
  const own = ownPartyId(scope, kind);
  if (own) redirect(`${path}/${own}`);
  const withFigures = canSeePartyFigures(scope);
  const asked = listAsked(await searchParams, [
    ...(['q', ...PARTY_LOOKS[kind].filters, 'cursor'] as const),
    ...(withFigures ? (['archived', 'asOf', 'knownOn'] as const) : []),
  ]);
  const [page, locale, t] = await Promise.all([
    orNotFound<PartyListPage>(LISTS[kind](scope, asked as AskedParties)),
    getLocale(),
    getTranslations(),
  ]);
  const asOf = asOfOf(scope.program, asked, new Date(), locale);
  const { cursor: _, ...filter } = asked;
  const imports = EXPORTED[kind];
  const add = canKeepParties(scope) && (
    <LinkButton tone="primary" size="sm" href={`${path}/new`}>
      {t(`${kind}.list.add`)}
    </LinkButton>
  );
  const empty = t(withFigures ? `${kind}.list.emptyText` : 'investor.list.emptyStartup');
  return (
    <>
      <ListHeader
        title={t(`${kind}.list.title`)}
        program={scope.program}
        path={path}
        total={page.total}
        asked={filter}
        asOf={withFigures && <AsOfChip {...asOf} path={path} params={filter} />}
        actions={
          <>
            <ExportMenu slug={slug} what={EXPORTED[kind]} asked={filter} />
            <ClientMessages namespaces={['view']}>
              <ViewsMenu
                noun={kind === 'startup' ? 'startups' : 'investors'}
                path={path}
                canShare={canShareViews(scope)}
              />
            </ClientMessages>
            {canImport(scope) && <ImportLink slug={slug} kind={imports} />}
            {add}
          </>
        }
        filter={PARTY_LOOKS[kind].filters.includes('sector') && <SectorFilter path={path} asked={filter} />}
        withArchive={withFigures}
      />
      {page.items.length === 0 ? (
        <EmptyList
          path={path}
          asked={filter}
          title={t(asked.archived ? `${kind}.list.emptyArchived` : `${kind}.list.empty`)}
          text={asked.archived ? null : empty}
          action={
            asked.archived ? null : (
              <>
                {canImport(scope) && <ImportStart slug={slug} kind={imports} />}
                {add}
              </>
            )
          }
        />
      ) : (
        <PartyTable
          {...{ slug, kind, withFigures }}
          parties={page.items}
          search={listSearchOf(clocksAsked(asked))}
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
