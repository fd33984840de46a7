import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { GridLine } from './grid-lines';

type Props = {
  group: Extract<GridLine, { type: 'group' }>;
  line: number;
  slotIds: readonly string[];
  slotNames: readonly string[];
  stop: number | null;
  canPaint: boolean;
};

/** The heading of a group: how many of it there are in each slot, and all of them at one press. */
export function GroupLine({ group, line, slotIds, slotNames, stop, canPaint }: Props) {
  const t = useTranslations('timetable-setup.availability');
  const { parties, isOpen } = group;
  const name = t(`group.${group.group}`);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr data-line={line} className="av-group">
      <th scope="row" className="av-row" data-column={-1}>
        <button type="button" aria-expanded={isOpen} tabIndex={stop === -1 ? 0 : -1}>
          <Icon aria-hidden="true" size={16} />
          <span className="av-name">{name}</span>
          <small>{parties.length}</small>
        </button>
      </th>
      {slotIds.map((slot, column) => {
        const free = parties.filter((party) => !party.away.has(slot) && !party.busy.has(slot)).length;
        const label = t('freeOf', { free, count: parties.length });
        return (
          <td
            key={slot}
            data-column={column}
            data-short={free < parties.length || undefined}
            tabIndex={canPaint ? undefined : stop === column ? 0 : -1}
          >
            {canPaint ? (
              <button
                type="button"
                tabIndex={stop === column ? 0 : -1}
                title={t('toggleGroup', { group: name, slot: slotNames[column] ?? '', free: label })}
              >
                {free}
              </button>
            ) : (
              <span title={label}>{free}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
