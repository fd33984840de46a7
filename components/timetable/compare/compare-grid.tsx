'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import type { GridMeeting, TimetableGrid } from '@/lib/timetable/schema/grid';
import type { DifferenceItem } from '@/lib/timetable/schema/questions';
import type { DifferenceMark } from '../grid/grid-cell';
import { gridRows, indexOf, meetingsByCell, nextFocus, VIEWS, viewOf } from '../grid/grid-model';
import { type GridHandle, GridTable } from '../grid/grid-table';

type Props = { grid: TimetableGrid; items: readonly DifferenceItem[]; path: string };

/** The later plan with what differs marked; what is gone stands struck out where it was. */
export function CompareGrid({ grid, items, path }: Props) {
  const t = useTranslations('timetable-grid');
  const locale = useLocale();
  const view = viewOf(useSearchParams().get('by'), grid.setup.usesTables);
  const [focus, setFocus] = useState({ row: 0, slot: 0 });
  const handle = useRef<GridHandle>(null);
  const shown = useMemo(() => ({ ...grid, meetings: [...grid.meetings, ...goneOf(items)] }), [grid, items]);
  const marks = useMemo(
    () => new Map<string, DifferenceMark>(items.map((item) => [item.pairId, item.kind])),
    [items],
  );
  const index = useMemo(() => indexOf(shown), [shown]);
  const rows = useMemo(() => gridRows(shown, view, locale, t('noTable')), [shown, view, locale, t]);
  const cells = useMemo(() => meetingsByCell(shown.meetings, view), [shown, view]);
  const onKeyDown = (event: KeyboardEvent) => {
    const size = { rows: rows.length, slots: grid.slots.length };
    const next = nextFocus(event, focus, size);
    if (!next || !(event.target as HTMLElement).matches('[data-cell]')) return;
    event.preventDefault();
    setFocus(next);
    handle.current?.focus(next);
  };
  return (
    <div className="tg-print grid min-w-0 gap-3">
      <SegmentedLinks
        label={t('view.label')}
        items={VIEWS.filter((each) => each !== 'table' || grid.setup.usesTables).map((each) => ({
          href: `${path}&by=${each}`,
          label: t(`view.${each}`),
          current: each === view,
        }))}
      />
      <GridTable
        handle={handle}
        label={t('gridLabel', { name: grid.timetable.name })}
        {...{ grid: shown, index, view, rows, cells, focus, marks, onKeyDown }}
        onCell={setFocus}
      />
    </div>
  );
}

function goneOf(items: readonly DifferenceItem[]): GridMeeting[] {
  return items.flatMap(({ kind, from, pairId, startup, investor }) =>
    kind === 'removed' && from
      ? [
          {
            ...from,
            pairId,
            startupId: startup.id,
            investorId: investor.id,
            isLocked: false,
            isPast: false,
            state: null,
            meetingId: null,
            wish: null,
            weight: 0,
          },
        ]
      : [],
  );
}
