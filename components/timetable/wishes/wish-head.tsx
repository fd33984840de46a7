import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchBox } from '@/components/ui/search-box';
import { Select } from '@/components/ui/select';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { type WishSort, type WishView, WORD_FILTERS, type WordFilter } from './wish-view';

type Props = {
  view: WishView;
  items: readonly WishItem[];
  shown: number;
  canPlan: boolean;
  onChange: (view: Partial<WishView>) => void;
};

/** Which pairs are shown, how many there are of each word, and the keys of the list. */
export function WishFilters({ view, items, shown, canPlan, onChange }: Props) {
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
