'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ExportMenu } from '@/components/funnel/export-menu';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { formatDay, formatNumber, parseDay } from '@/lib/core/dates';
import type { PairFacets, PairSummary } from '@/lib/pair/schema/figures';
import { BoardOptions } from '../board/board-options';
import { MatrixOptions } from '../matrix/matrix-options';
import { TableOptions } from '../table/table-options';
import { filterOf, queryOf } from './address';
import { useAddress } from './address-context';
import { Figures } from './figures';
import { FilterBar } from './filter-bar';
import { FilterChipsRow } from './filter-chips-row';
import type { Sector } from './filter-words';
import { PastNotice } from './past-notice';
import { ViewLinks } from './view-links';
import './filter.css';

type Props = {
  slug: string;
  path: string;
  /** The day in force and today in the program's zone, YYYY-MM-DD; `isNow` is false for any view of the past. */
  clocks: { asOf: string; today: string; isNow: boolean; timeZone: string };
  programName: string;
  summary: PairSummary;
  facets: PairFacets;
  sectors: readonly Sector[];
  /** One party's pairs stand as a list in the place of the matrix. */
  isList: boolean;
};

/** What is shown, as of when, in which view; its figures; and what it can be narrowed to. */
export function PipelineHead(props: Props) {
  const { slug, path, clocks, programName, summary, facets, sectors, isList } = props;
  const { address } = useAddress();
  const t = useTranslations('pair.pipeline');
  const locale = useLocale();
  const { startups, investors, pairs } = summary;
  const day = parseDay(clocks.asOf);
  const chip = (
    <AsOfChip
      value={clocks.asOf}
      knownOn={address.knownOn}
      today={clocks.today}
      text={day ? formatDay(day, locale) : clocks.asOf}
      path={path}
      params={queryOf(address)}
      zone={clocks.timeZone}
    />
  );
  const options =
    address.view === 'board' ? (
      <BoardOptions />
    ) : address.view === 'table' ? (
      <TableOptions />
    ) : (
      !isList && <MatrixOptions />
    );
  return (
    <PageHeader
      title={t('title')}
      subtitle={
        <>
          {programName} · {t('size', { startups, investors, pairs: formatNumber(pairs) })}
        </>
      }
      asOf={chip}
      actions={
        <>
          <ViewLinks path={path} isList={isList} />
          <FilterBar {...{ facets, sectors }}>{options}</FilterBar>
          <ExportMenu slug={slug} what="pairs" asked={queryOf(filterOf(address))} />
        </>
      }
    >
      <div className="fl-head">
        <Figures {...{ summary, address, path }} />
        {!clocks.isNow && <PastNotice {...{ address, path }} asOf={clocks.asOf} />}
      </div>
      <FilterChipsRow {...{ facets, sectors }} count={summary.pairs} all={summary.all} />
    </PageHeader>
  );
}
