import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportLink, ImportStart } from '@/components/import/import-link';
import { filterOf, queryOf, readAddress, showsOneParty } from '@/components/pair/filter/address';
import { AddressProvider } from '@/components/pair/filter/address-context';
import { FilterLayout } from '@/components/pair/filter/filter-layout';
import { PairsFilterColumn } from '@/components/pair/filter/pairs-filter-column';
import { PipelineHead } from '@/components/pair/filter/pipeline-head';
import { PipelineView } from '@/components/pair/pipeline-view';
import { ClientMessages } from '@/components/shell/client-messages';
import type { RawQuery } from '@/lib/core/address';
import { parseDay } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { canImport } from '@/lib/import/policy';
import { canAssignOwner, canMovePairs, canWorkOnPairs } from '@/lib/pair/policy';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { readMatrix, summarizePairs } from '@/lib/pair/queries/figures';
import { listPairs } from '@/lib/pair/queries/list';
import { SECTORS } from '@/lib/party/rules';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { clocksOf } from '@/lib/program/rules';
import { canShareViews } from '@/lib/view/policy';

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<RawQuery>;
};
type ListInput = Parameters<typeof listPairs>[1];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pair.pipeline'))('title') };
}

/** One address, three views of the same filtered set of pairs. */
export default async function PairsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  const { program, startupId } = scope;
  const now = new Date();
  const today = dayInZone(now, program.homeZone);
  const address = readAddress(await searchParams, today);
  const clocks = clocksOf(program, now, parseDay(address.asOf), parseDay(address.knownOn));
  const query = queryOf(filterOf(address)) as ListInput;
  const isList = showsOneParty(address, startupId);
  const wantsItems = address.view !== 'matrix' || isList;
  const [summary, facets, matrix, list, locale, words] = await orNotFound(
    Promise.all([
      summarizePairs(scope, query),
      listPairFacets(scope, {}),
      wantsItems ? null : readMatrix(scope, query),
      wantsItems ? listPairs(scope, { ...query, sort: '-stage', limit: 1000 }) : null,
      getLocale(),
      getTranslations('startup.sector'),
    ]),
  );
  const present = new Set(facets.startups.map(({ sector }) => sector));
  const sectors = SECTORS.filter((key) => present.has(key)).map((key) => ({ key, label: words(key) }));
  const shared = { address, facets, sectors, isList };
  const imports = clocks.isNow && canImport(scope);
  const can = {
    move: clocks.isNow && canMovePairs(scope),
    edit: clocks.isNow && canWorkOnPairs(scope),
    assign: clocks.isNow && canAssignOwner(scope),
  };
  return (
    <AddressProvider>
      <ClientMessages namespaces={['pair', 'amount', 'shell', 'export', 'view']}>
        <FilterLayout column={<PairsFilterColumn {...{ sectors, baseCurrency: program.baseCurrency }} />}>
          <PipelineHead
            {...{ summary, facets, sectors, isList }}
            slug={program.slug}
            path={`/programs/${program.slug}/pairs`}
            clocks={{ ...clocks, today, reporting: program.asOfDefault }}
            programName={shownName(program, locale)}
            canShare={canShareViews(scope)}
            imports={imports && <ImportLink slug={program.slug} kind="pairs" />}
            canEdit={can.edit}
          />
          <PipelineView
            {...{ ...shared, matrix, list, can, startupId }}
            imports={imports && <ImportStart slug={program.slug} kind="startups" />}
            slug={program.slug}
            all={summary.pairs}
            asOf={clocks.asOf}
            zones={[program.venueZone, program.homeZone]}
            baseCurrency={program.baseCurrency}
          />
        </FilterLayout>
      </ClientMessages>
    </AddressProvider>
  );
}
