import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { HeaderCell } from '@/components/ui/table';
import type { RowColumn, RowSort } from '@/lib/funnel/rules/sort-rows';

type Props = { column: RowColumn; sort: RowSort | ''; sorted: (sort: RowSort | '') => string };

/** A heading that sorts: upwards, then downwards, then as the rows came. */
export function SortLink({ column, sort, sorted }: Props) {
  const t = useTranslations('funnel-rows');
  const order = sort === column ? 'up' : sort === `-${column}` ? 'down' : 'none';
  const next: RowSort | '' = order === 'none' ? column : order === 'up' ? `-${column}` : '';
  const name = t(`column.${column}`);
  return (
    <HeaderCell
      numeric={column === 'amount'}
      aria-sort={order === 'up' ? 'ascending' : order === 'down' ? 'descending' : 'none'}
    >
      <Link
        href={sorted(next)}
        scroll={false}
        prefetch={false}
        aria-label={t('sorted', { column: name, order })}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink"
      >
        {name}
        {order === 'up' && <ArrowUp aria-hidden="true" size={12} />}
        {order === 'down' && <ArrowDown aria-hidden="true" size={12} />}
      </Link>
    </HeaderCell>
  );
}
