import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { shownName } from '@/lib/core/shown-name';
import type { Zones } from '@/lib/core/zones';
import type { PairItem } from '@/lib/pair/schema';
import type { PairFacets, PairMatrix } from '@/lib/pair/schema/figures';

import { type Address, isFiltered, searchOf } from './filter/address';
import type { SectorOption } from './filter/filter-words';
import { LazyMatrix, LazyMatrixMap, LazyPairBoard, LazyPairTable } from './lazy-views';
import { MatrixOverview } from './matrix/overview';
import { PartyList } from './matrix/party-list';

/** What the viewer may change here; nothing in a view of the past. */
type PairRights = { move: boolean; edit: boolean; assign: boolean };
type Props = {
  slug: string;
  /** The one startup of a startup's own people. */
  startupId: string | null;
  address: Address;
  isList: boolean;
  matrix: PairMatrix | null;
  list: { items: PairItem[]; nextCursor: string | null } | null;
  /** How many pairs the filter keeps. */
  all: number;
  facets: PairFacets;
  sectors: readonly SectorOption[];
  can: PairRights;
  /** The day in force, YYYY-MM-DD. */
  asOf: string;
  zones: Zones;
  baseCurrency: string;
  /** What an empty program offers first. */
  imports: ReactNode;
};

/** Above this many squares the matrix becomes a map that zooms. */
const MOST_SQUARES = 3_000;

/** The chosen view of the pairs, or what to do where there are none. */
export function PipelineView(props: Props) {
  const { slug, startupId, address, isList, matrix, list, all, facets, sectors, can, asOf } = props;
  const { zones, baseCurrency, imports } = props;
  const t = useTranslations('pair.pipeline');
  const locale = useLocale();
  const isEmpty = (matrix?.startups.length ?? list?.items.length ?? 0) === 0;
  if (isEmpty && !isList)
    return <Nothing {...{ slug, imports }} filtered={isFiltered(address)} canAdd={can.move} />;
  if (matrix) {
    const shared = { slug, matrix, sectors, baseCurrency, zones, canMove: can.move };
    const isBig = matrix.startups.length * matrix.investors.length > MOST_SQUARES;
    return (
      <>
        <MatrixOverview {...shared} />
        <div className="mx-wide">{isBig ? <LazyMatrixMap {...shared} /> : <LazyMatrix {...shared} />}</div>
      </>
    );
  }
  if (!list) return null;
  if (isList) {
    const byInvestor = address.investor.length === 1 && address.startup.length !== 1 && !startupId;
    const id = byInvestor ? address.investor[0] : (startupId ?? address.startup[0]);
    const startup = facets.startups.find((one) => one.id === id);
    const name = startup
      ? shownName(startup, locale)
      : (facets.investors.find((one) => one.id === id)?.name ?? '');
    return (
      <PartyList
        {...{ slug, address, zones }}
        items={list.items}
        side={byInvestor ? 'startup' : 'investor'}
        heading={startupId ? t('list.mine') : t('list.of', { name })}
        allHref={
          startupId
            ? null
            : `/programs/${slug}/pairs${searchOf({ ...address, ...(byInvestor ? { investor: [] } : { startup: [] }) })}`
        }
        more={list.nextCursor !== null}
      />
    );
  }
  const shared = {
    slug,
    items: list.items,
    nextCursor: list.nextCursor,
    all,
    facets,
    sectors,
    can,
    asOf,
    zones,
    baseCurrency,
  };
  return address.view === 'board' ? <LazyPairBoard {...shared} /> : <LazyPairTable {...shared} />;
}

type NothingProps = Pick<Props, 'slug' | 'imports'> & { filtered: boolean; canAdd: boolean };

function Nothing({ slug, imports, filtered, canAdd }: NothingProps) {
  const t = useTranslations('pair.pipeline.matrix');
  if (filtered) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  const actions = canAdd ? (
    <>
      <LinkButton href={`/programs/${slug}/startups`} tone="primary" size="sm">
        {t('addStartups')}
      </LinkButton>
      <LinkButton href={`/programs/${slug}/investors`} size="sm">
        {t('addInvestors')}
      </LinkButton>
      {imports}
    </>
  ) : undefined;
  return (
    <EmptyState title={t('nothing')} actions={actions}>
      {t('nothingText')}
    </EmptyState>
  );
}
