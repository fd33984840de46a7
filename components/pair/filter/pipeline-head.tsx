'use client';

import './filter.css';
import { ArrowDownNarrowWide, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { ExportMenu } from '@/components/shell/export-menu';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { ViewsMenu } from '@/components/view/views-menu';
import { dayText, formatDay, formatNumber } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { PairFacets, PairSummary } from '@/lib/pair/schema/figures';
import { HistoryButtons } from '../history/history-buttons';
import { MatrixOptions } from '../matrix/matrix-options';
import { TableOptions } from '../table/table-options';
import {
  type Address,
  filterOf,
  isFiltered,
  PIPELINE_VIEWS,
  queryOf,
  searchOf,
  withoutFilter,
} from './address';
import { useAddress } from './address-context';
import { Figures } from './figures';
import { FilterBar } from './filter-bar';
import { chipsOf, type SectorOption, useFilterWords } from './filter-words';

const ORDERS = [
  ['nextStepOn', 'sortStep'],
  ['startup', 'sortStartup'],
  ['investor', 'sortInvestor'],
  ['-amount', 'sortAmount'],
  ['-interest', 'sortInterest'],
  ['since', 'sortSince'],
] as const;

type Props = {
  slug: string;
  path: string;
  /** The day in force and today in the program's zone, YYYY-MM-DD; `isNow` is false for any view of the past. */
  clocks: { asOf: string; today: string; isNow: boolean; timeZone: string; reporting: string | null };
  programName: string;
  summary: PairSummary;
  facets: PairFacets;
  sectors: readonly SectorOption[];
  /** One party's pairs stand as a list in the place of the matrix. */
  isList: boolean;
  /** The office shares saved views. */
  canShare: boolean;
  /** Leads to where pairs come in by a spreadsheet. */
  imports: ReactNode;
  /** There is something here that the reader may change, and so undo. */
  canEdit: boolean;
};

/** What is shown, as of when, in which view; its figures; and what it can be narrowed to. */
export function PipelineHead(props: Props) {
  const { slug, path, clocks, programName, summary, facets, sectors, isList } = props;
  const { canShare, canEdit, imports } = props;
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
      reporting={clocks.reporting}
    />
  );
  const options =
    address.view === 'board' ? (
      <BoardOptions />
    ) : address.view === 'table' ? (
      <TableOptions slug={slug} />
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
          {canEdit && <HistoryButtons />}
          <FilterBar>{options}</FilterBar>
          <ExportMenu slug={slug} what="pairs" also={['outcomes', 'amounts']} asked={exportedBy(address)} />
          {imports}
          <ViewsMenu noun="pairs" path={path} canShare={canShare} />
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

/** The question of the list on the screen, in its order. */
function exportedBy(address: Address): Record<string, string> {
  const [sort] = address.sort;
  return { ...queryOf(filterOf(address)), ...(sort && { sort }) };
}

/** The three views of one filtered set; the way back leads from one to the other. */
function ViewLinks({ path, isList }: { path: string; isList: boolean }) {
  const t = useTranslations('pair.pipeline');
  const { address } = useAddress();
  return (
    <SegmentedLinks
      label={t('views')}
      items={PIPELINE_VIEWS.map((view) => ({
        href: path + searchOf({ ...address, view }),
        label: t(`view.${view === 'matrix' && isList ? 'list' : view}`),
        current: view === address.view,
      }))}
    />
  );
}

type PastProps = { address: Address; asOf: string; path: string };

/** Says that this is a past day, which cannot be changed, and by which of the two clocks it is shown. */
function PastNotice({ address, asOf, path }: PastProps) {
  const t = useTranslations('pair.pipeline');
  const locale = useLocale();
  const text = (day: string) => dayText(day, locale);
  const known = address.knownOn;
  const now = path + searchOf({ ...address, asOf: '', knownOn: '' });
  return (
    <p className="fl-past">
      <span>
        {known ? t('pastKnown', { date: text(asOf), known: text(known) }) : t('past', { date: text(asOf) })}
      </span>{' '}
      <TextLink href={now}>{t('backToNow')}</TextLink>
    </p>
  );
}

type ChipsProps = { facets: PairFacets; sectors: readonly SectorOption[]; count: number; all: number };

/** What the filter keeps, each to be taken out by one press, and how many pairs are left. */
function FilterChipsRow({ facets, sectors, count, all }: ChipsProps) {
  const t = useTranslations('pair.pipeline.filter');
  const { address, change, pending } = useAddress();
  const words = useFilterWords(facets, sectors);
  const chips = chipsOf(address, words);
  return (
    <div className={isFiltered(address) ? 'fl-chips' : 'sr-only'}>
      <p role="status" className="font-medium">
        {pending ? <span className="sr-only">{t('updating')}</span> : null}
        {t('result', { count: formatNumber(count), all: formatNumber(all) })}
      </p>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className="ui-filter-chip"
          aria-label={t('remove', { label: chip.label })}
          onClick={() => change(chip.without)}
        >
          {chip.label}
          <X aria-hidden="true" size={14} />
        </button>
      ))}
      {chips.length > 0 && (
        <Button size="sm" tone="quiet" onClick={() => change(withoutFilter(address))}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** By what the cards of each column stand. */
function BoardOptions() {
  const t = useTranslations('pair.pipeline.board');
  const { address, change } = useAddress();
  const now = ORDERS.find(([key]) => key === address.sort[0])?.[0] ?? 'nextStepOn';
  return (
    <Menu
      place="end"
      trigger={
        <>
          <ArrowDownNarrowWide aria-hidden="true" size={16} />
          <span className="max-md:sr-only">{t('sort')}</span>
        </>
      }
      items={ORDERS.map(([key, word]) => ({
        id: key,
        label: t(word),
        checked: key === now,
        onSelect: () => change({ sort: key === 'nextStepOn' ? [] : [key] }),
      }))}
    />
  );
}
