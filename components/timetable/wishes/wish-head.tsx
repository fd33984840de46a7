import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { WishSort } from './wish-view';

type Props = { sort: WishSort; canPlan: boolean; onSort: (sort: WishSort) => void };

/** The headings; three of them sort. */
export function WishHead({ sort, canPlan, onSort }: Props) {
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
