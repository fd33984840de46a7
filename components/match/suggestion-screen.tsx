'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '@/components/form/use-read';
import { useTimer } from '@/components/form/use-timer';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { EmptyState } from '@/components/ui/empty-state';
import { late } from '@/components/ui/late';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { shownName } from '@/lib/core/shown-name';
import { matchOperations } from '@/lib/match/operations';
import { FACTORS } from '@/lib/match/rules/factors';
import { type Weights, writeWeights } from '@/lib/match/rules/score';
import type { SuggestionPage } from '@/lib/match/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { MissingTerms } from './missing-terms';
import { SuggestionTable } from './suggestion-table';
import { askedOfView, type SuggestionView, suggestionsAddress } from './suggestion-view';
import { WeightsPanel } from './weights-panel';

const TakeDialog = late(() => import('./take-dialog').then((file) => file.TakeDialog));

type Props = {
  slug: string;
  first: SuggestionPage;
  view: SuggestionView;
  facets: Pick<PairFacets, 'startups' | 'investors'>;
  /** The office sets weights and takes suggestions; managers read. */
  canPlan: boolean;
};

const PAGE = 50;
const MOST = 500;
/** A slider sends many values while it moves. */
const SETTLES_MS = 150;

export function SuggestionScreen({ slug, first, view: opened, facets, canPlan }: Props) {
  const t = useTranslations('match');
  const [view, setView] = useState(opened);
  const [limit, setLimit] = useState(PAGE);
  const [weights, setWeights] = useState<Weights>(first.kept.weights);
  const [tried, setTried] = useState(weights);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isTaking, setTaking] = useState(false);
  const settle = useTimer();
  const { page, isStale, failed } = useSuggestions(first, opened, view, limit, tried);

  const tryWeights = (next: Weights) => {
    setWeights(next);
    if (FACTORS.some((factor) => next[factor] > 0)) settle.start(() => setTried(next), SETTLES_MS);
  };
  const change = (next: Partial<SuggestionView>) => {
    const to = { ...view, ...next };
    setView(to);
    setLimit(PAGE);
    setChosen(new Set());
    window.history.replaceState(null, '', suggestionsAddress(slug, to));
  };
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) isChosen ? after.add(id) : after.delete(id);
      return after;
    });
  const picked = page.items.filter(({ pair }) => chosen.has(pair.id));

  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 content-start gap-4 max-xl:order-2" aria-busy={isStale}>
        <SuggestionFilters {...{ view, facets }} onChange={change} />
        {failed && <Notice tone="danger" title={t('list.failed')} />}
        <p role="status" className="text-sm text-ink-2">
          {t('list.found', { count: page.total })} <LeftOutWords page={page} view={view} onChange={change} />
        </p>
        {page.incompleteCount > 0 && (
          <MissingTerms slug={slug} incomplete={page.incomplete} count={page.incompleteCount} />
        )}
        {page.items.length === 0 ? (
          <EmptyState title={t('list.empty')}>
            {page.incompleteCount > 0 ? t('list.emptyMissing') : t('list.emptyText')}
          </EmptyState>
        ) : (
          <SuggestionTable
            slug={slug}
            items={page.items}
            chosen={chosen}
            onChoose={canPlan ? choose : null}
          />
        )}
        {page.nextCursor !== null && limit < MOST && (
          <p>
            <Button onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>{t('list.more')}</Button>
          </p>
        )}
        {picked.length > 0 && (
          <div className="sticky bottom-3 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-3 shadow-lg">
            <span className="font-medium">{t('take.chosen', { count: picked.length })}</span>
            <span className="flex gap-2">
              <Button onClick={() => setChosen(new Set())}>{t('take.clear')}</Button>
              <Button tone="primary" onClick={() => setTaking(true)}>
                {t('take.look')}
              </Button>
            </span>
          </div>
        )}
      </div>
      <aside className="max-xl:order-1 xl:sticky xl:top-4 xl:self-start">
        <WeightsPanel kept={first.kept} weights={weights} canSet={canPlan} onChange={tryWeights} />
      </aside>
      {isTaking && (
        <TakeDialog items={picked} onClose={() => setTaking(false)} onTaken={() => setChosen(new Set())} />
      )}
    </div>
  );
}

/**
 * What the page brought, until the reader asks for something else. While that is on its way the list before it stays. A
 * fresh page of the server is the sign that something was changed: then what was asked is asked again.
 */
function useSuggestions(
  first: SuggestionPage,
  opened: SuggestionView,
  view: SuggestionView,
  limit: number,
  weights: Weights,
) {
  const asked = { ...askedOfView(view), limit, weights: writeWeights(weights) };
  const atFirst = { ...askedOfView(opened), limit: PAGE, weights: writeWeights(first.kept.weights) };
  const isFirst = JSON.stringify(asked) === JSON.stringify(atFirst);
  const [round, setRound] = useState(0);
  const seen = useRef(first);
  useEffect(() => {
    if (seen.current !== first) setRound((count) => count + 1);
    seen.current = first;
  }, [first]);
  const read = useRead(matchOperations.listSuggestions, isFirst ? null : asked, round);
  const latest = useRef(first);
  if (isFirst) latest.current = first;
  else if (read.at === 'ready') latest.current = read.value;
  return {
    page: latest.current,
    isStale: !isFirst && read.at === 'loading',
    failed: !isFirst && read.at === 'failed',
  };
}

type FilterProps = {
  view: SuggestionView;
  facets: Props['facets'];
  onChange: (view: Partial<SuggestionView>) => void;
};

const CERTAINTIES = [0, 25, 50, 75, 90] as const;

function SuggestionFilters({ view, facets, onChange }: FilterProps) {
  const t = useTranslations('match.filter');
  const locale = useLocale();
  const all = { value: '', label: t('all') };
  return (
    <div className="grid items-end gap-3 sm:grid-cols-3">
      <Combobox
        label={t('startup')}
        name="startup"
        defaultValue={view.startup}
        options={[
          all,
          ...facets.startups.map((each) => ({ value: each.id, label: shownName(each, locale) })),
        ]}
        onChange={(startup) => onChange({ startup })}
      />
      <Combobox
        label={t('investor')}
        name="investor"
        defaultValue={view.investor}
        options={[all, ...facets.investors.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(investor) => onChange({ investor })}
      />
      <Select
        label={t('certainty')}
        value={String(view.certainty)}
        onChange={(event) => onChange({ certainty: Number(event.target.value) })}
        options={[...new Set([...CERTAINTIES, view.certainty])]
          .sort((a, b) => a - b)
          .map((percent) => ({ value: String(percent), label: t('atLeast', { percent }) }))}
      />
      <Checkbox
        label={t('wished')}
        checked={view.wished}
        onChange={(event) => onChange({ wished: event.target.checked })}
        className="sm:col-span-3"
      />
    </div>
  );
}

/** What is not on the list, and how to see it. */
function LeftOutWords({
  page,
  view,
  onChange,
}: { page: SuggestionPage } & Pick<FilterProps, 'view' | 'onChange'>) {
  const t = useTranslations('match.list');
  const { uncertain, wished, notToMeet } = page.leftOut;
  return (
    <>
      {uncertain > 0 && (
        <>
          {t('uncertain', { count: uncertain })}{' '}
          {view.certainty > 0 && (
            <button type="button" className="ui-link" onClick={() => onChange({ certainty: 0 })}>
              {t('show')}
            </button>
          )}{' '}
        </>
      )}
      {wished > 0 && (
        <>
          {t('wished', { count: wished })}{' '}
          <button type="button" className="ui-link" onClick={() => onChange({ wished: true })}>
            {t('show')}
          </button>{' '}
        </>
      )}
      {notToMeet > 0 && t('notToMeet', { count: notToMeet })}
    </>
  );
}
