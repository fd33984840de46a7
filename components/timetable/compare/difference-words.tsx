import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/core/dates';
import type { Comparison, DifferenceItem, MeetingPlace } from '@/lib/timetable/schema/questions';
import type { StageSetup } from '@/lib/timetable/schema/stage';
import { pairName, slotName } from '../names';

type Counts = Comparison['counts'];

/** "180 kept, 2 moved, 3 added, 1 cancelled": what a publication would do. */
export function CountsLine({ counts }: { counts: Counts }) {
  const t = useTranslations('timetable-grid.difference');
  const { added, moved, removed, tableChanged } = counts;
  if (added + moved + removed + tableChanged === 0) return <span>{t('same')}</span>;
  const parts = (['kept', 'moved', 'tableChanged', 'added', 'removed'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => t(`count.${key}`, { n: formatNumber(counts[key]) }));
  return <span className="tabular-nums">{parts.join(' · ')}</span>;
}

type ListProps = Pick<Comparison, 'items' | 'slots' | 'tables'> & {
  setup: Pick<StageSetup, 'zone'>;
  limit?: number;
};

/** Each meeting that changes, startup by startup: from where to where. */
export function DifferenceList({ items, slots, tables, setup, limit }: ListProps) {
  const t = useTranslations('timetable-grid.difference');
  const locale = useLocale();
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  const tableOf = new Map(tables.map(({ id, name }) => [id, name]));
  const place = (at: MeetingPlace | null): string => {
    const slot = at && slotOf.get(at.slotId);
    const table = at?.tableId ? tableOf.get(at.tableId) : undefined;
    const when = slot ? slotName(slot, setup, locale) : t('unknownSlot');
    return table ? t('place', { when, table }) : when;
  };
  const changeOf = (item: DifferenceItem) => {
    if (item.kind === 'added') return t('added', { to: place(item.to) });
    if (item.kind === 'removed') return t('removed', { from: place(item.from) });
    return t('moved', { from: place(item.from), to: place(item.to) });
  };
  const shown = limit ? items.slice(0, limit) : items;
  return (
    <>
      <ul className="grid text-sm">
        {shown.map((item) => (
          <li key={item.pairId} className="flex flex-wrap gap-x-3 border-t border-line py-1.5">
            <b className="min-w-48">{pairName(item, locale)}</b>
            <span>
              {t(`kind.${item.kind}`)}: {changeOf(item)}
            </span>
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <p className="text-sm text-ink-2">{t('more', { count: items.length - shown.length })}</p>
      )}
    </>
  );
}
