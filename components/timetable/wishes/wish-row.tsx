'use client';

import { ArrowDown, ArrowUp, MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode, type Ref, useMemo } from 'react';
import { pairAddress } from '@/components/pair/pair-address';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchBox } from '@/components/ui/search-box';
import { Select } from '@/components/ui/select';
import { setApart } from '@/lib/core/text';
import { isClosed } from '@/lib/pair/rules/stages';
import { WORD_FILTERS, type WordFilter } from '@/lib/timetable/rules/shown-wishes';
import type { WishWord } from '@/lib/timetable/rules/words';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { WeightButtons, WordButtons } from './wish-buttons';
import { type WishSort, type WishView, WORD_SIGNS } from './wish-view';

type Props = {
  slug: string;
  item: WishItem;
  startupName: string;
  index: number;
  start: number;
  isStop: boolean;
  canPlan: boolean;
  onSay: (item: WishItem, word: WishWord) => void;
  onWeigh: (item: WishItem, weight: number | null) => void;
  onHeard: (item: WishItem) => void;
  measure: Ref<HTMLTableRowElement>;
};

/** One pair: what was said, what the rounds before tell, what it weighs. */
export const WishRow = memo(function WishRow(props: Props) {
  const { slug, item, startupName, index, start, isStop, canPlan, onSay, onWeigh, onHeard, measure } = props;
  const t = useTranslations('timetable-setup.wishes');
  const { wish, weight, officeWeight, own } = item;
  const isRefused = wish === 'no_thanks';
  // A closed pair meets no more: there is nothing to plan of it until it is reopened.
  const isPlanned = canPlan && !isRefused && !isClosed(item.pair.status);
  const pair = `${startupName} × ${setApart(item.investor.name)}`;
  const tabIndex = isStop ? 0 : -1;
  return (
    <tr
      ref={measure}
      className="ws-row"
      aria-rowindex={index + 2}
      aria-label={pair}
      data-index={index}
      data-dim={!item.isWish || undefined}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${start}px)` }}
    >
      <td className="ws-startup">
        <a href={pairAddress(slug, item.pair.id)} tabIndex={-1} className="hover:underline">
          {startupName}
        </a>
      </td>
      <td className="ws-investor">{item.investor.name}</td>
      <td className="ws-wish" data-word={wish ?? undefined}>
        {wish === null ? (
          <span className="text-ink-2">{t('unsaid')}</span>
        ) : (
          <>
            <b aria-hidden="true">{WORD_SIGNS[wish]}</b> {isRefused ? t('doNotMeet') : t(`word.${wish}`)}
          </>
        )}
      </td>
      <td className="ws-own">
        {isRefused ? null : canPlan ? (
          <WordButtons
            dense
            label={t('ownOf', { pair })}
            said={own}
            tabIndex={tabIndex}
            onSay={(word) => onSay(item, word)}
          />
        ) : null}
      </td>
      <td className="ws-evidence">
        <Evidence item={item} />
      </td>
      <td className="ws-weight">
        {isRefused || isClosed(item.pair.status) || weight === null ? (
          '–'
        ) : canPlan ? (
          <WeightButtons
            label={t('weightOf', { pair })}
            {...{ weight, officeWeight, tabIndex }}
            onWeigh={(to) => onWeigh(item, to)}
          />
        ) : (
          `${weight}${officeWeight === null ? '' : ` (${t('byOffice')})`}`
        )}
      </td>
      {canPlan && (
        <td className="ws-menu">
          {isPlanned && (
            <button
              type="button"
              className="ws-heard"
              tabIndex={tabIndex}
              aria-label={t('heard.of', { pair })}
              title={t('heard.open')}
              onClick={() => onHeard(item)}
            >
              <MessageSquarePlus aria-hidden="true" size={16} />
            </button>
          )}
        </td>
      )}
    </tr>
  );
});

/** What the rounds before say, in words. */
function Evidence({ item: { evidence, metBefore, pair, isWish, wish } }: { item: WishItem }) {
  const t = useTranslations('timetable-setup.wishes');
  const statuses = useTranslations('pair.status');
  const words = [
    evidence && evidence.interest !== null ? t('interest', { interest: evidence.interest }) : '',
    evidence && evidence.heldBefore > 0
      ? t('held', { count: evidence.heldBefore })
      : metBefore
        ? t('met')
        : t('notMet'),
    pair.status === 'open' ? '' : statuses(pair.status),
    isWish || wish === 'no_thanks' || isClosed(pair.status) ? '' : t('notPlanned'),
  ];
  return words.filter(Boolean).join(' · ');
}

type WishFiltersProps = {
  view: WishView;
  items: readonly WishItem[];
  shown: number;
  canPlan: boolean;
  onChange: (view: Partial<WishView>) => void;
  /** Behind the count. */
  children: ReactNode;
};

/** Which pairs are shown, how many there are of each word, and the keys of the list. */
export function WishFilters({ view, items, shown, canPlan, onChange, children }: WishFiltersProps) {
  const t = useTranslations('timetable-setup.wishes');
  const counts = useMemo(() => Map.groupBy(items, ({ wish }) => wish ?? 'unsaid'), [items]);
  const count = (word: WordFilter) => (word === 'all' ? items.length : (counts.get(word)?.length ?? 0));
  return (
    <div className="ws-filters no-print">
      <SearchBox
        label={t('search')}
        className="w-60 max-sm:w-full"
        defaultValue={view.q}
        maxLength={100}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      <Select
        label={t('filter')}
        labelHidden
        className="w-44 max-sm:flex-1"
        value={view.word}
        options={WORD_FILTERS.map((word) => ({
          value: word,
          label: t('filterCount', { word: t(`filterWord.${word}`), count: count(word) }),
        }))}
        onChange={(event) => onChange({ word: event.target.value as WordFilter })}
      />
      <Checkbox
        label={t('onlyPlanned')}
        checked={view.onlyPlanned}
        onChange={(event) => onChange({ onlyPlanned: event.target.checked })}
      />
      <p className="text-sm text-ink-2" aria-live="polite">
        {t('shown', { count: shown })}
      </p>
      {children}
      {canPlan && (
        <p className="ws-keys" aria-hidden="true">
          <kbd>1</kbd>–<kbd>5</kbd> {t('keys.weigh')} <kbd>0</kbd> {t('keys.back')} <kbd>M</kbd>
          <kbd>L</kbd>
          <kbd>N</kbd>
          <kbd>X</kbd> {t('keys.say')}
        </p>
      )}
    </div>
  );
}

type HeadProps = { sort: WishSort; canPlan: boolean; onSort: (sort: WishSort) => void };

/** The headings; three of them sort. */
export function WishHead({ sort, canPlan, onSort }: HeadProps) {
  const t = useTranslations('timetable-setup.wishes');
  const sorting = (column: WishSort) => {
    const Icon = column === 'weight' ? ArrowDown : ArrowUp;
    return (
      <th
        scope="col"
        className={`ws-${column}`}
        aria-sort={sort === column ? (column === 'weight' ? 'descending' : 'ascending') : undefined}
      >
        <button type="button" onClick={() => onSort(column)}>
          {t(`column.${column}`)}
          {sort === column && <Icon aria-hidden="true" size={12} />}
        </button>
      </th>
    );
  };
  const plain = (column: 'wish' | 'own' | 'evidence') => (
    <th scope="col" className={`ws-${column}`}>
      {t(`column.${column}`)}
    </th>
  );
  return (
    <tr className="ws-row ws-head" aria-rowindex={1}>
      {sorting('startup')}
      {sorting('investor')}
      {plain('wish')}
      {plain('own')}
      {plain('evidence')}
      {sorting('weight')}
      {canPlan && (
        <th scope="col" className="ws-menu">
          <span className="sr-only">{t('column.heard')}</span>
        </th>
      )}
    </tr>
  );
}
