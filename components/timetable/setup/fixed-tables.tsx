'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { StageTable } from '@/lib/timetable/schema/stage';
import type { BlackoutRow } from '@/lib/timetable/schema/wishes';

type Props = {
  stage: MeetingStage;
  rows: readonly BlackoutRow[];
  tables: readonly StageTable[];
  canPlan: boolean;
};
type Side = 'startup' | 'investor';
type SideRow = BlackoutRow & { kind: Side };

/** The table a party keeps through the stage: the other side comes to it. */
export function FixedTables({ stage, rows, tables, canPlan }: Props) {
  const t = useTranslations('timetable-setup.fixed');
  const locale = useLocale();
  const sides = rows.filter((row): row is SideRow => row.kind === 'startup' || row.kind === 'investor');
  const [side, setSide] = useState<Side>(() =>
    sides.some(({ kind, fixedTable }) => kind === 'investor' && fixedTable) ? 'investor' : 'startup',
  );
  const { fixed, fix } = useFix(stage, sides);
  const shown = sides.filter(({ kind }) => kind === side);
  const of = (id: string) => fixed.get(id) ?? '';
  const taken = Map.groupBy(shown, ({ id }) => of(id));
  const other = sides.filter(({ kind, id }) => kind !== side && of(id)).length;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedControl
          label={t('side')}
          name="side"
          value={side}
          items={(['startup', 'investor'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(event) => setSide(event.target.value as Side)}
        />
        <p className="text-sm text-ink-2">
          {t('count', { fixed: shown.filter(({ id }) => of(id)).length, count: shown.length })}
          {other > 0 && ` · ${t(side === 'startup' ? 'investorsToo' : 'startupsToo', { count: other })}`}
        </p>
      </div>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(18rem,100%),1fr))] gap-x-8 gap-y-1">
        {shown.map((row) => {
          const name = shownName(row, locale);
          const shares = of(row.id) !== '' && (taken.get(of(row.id))?.length ?? 0) > 1;
          return (
            <li
              key={row.id}
              className="grid grid-cols-[1fr_9rem] items-center gap-x-3 border-b border-line py-1"
            >
              <span className="min-w-0 truncate">{name}</span>
              {canPlan ? (
                <Select
                  label={t('tableOf', { name })}
                  labelHidden
                  value={of(row.id)}
                  emptyLabel={t('any')}
                  options={tables.map((table) => ({ value: table.id, label: table.name }))}
                  onChange={(event) => void fix(row, event.target.value || null)}
                />
              ) : (
                <span>{tables.find(({ id }) => id === of(row.id))?.name ?? t('any')}</span>
              )}
              {shares && <p className="col-span-2 text-end text-xs text-warn">{t('shared')}</p>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Saved at once and shown at once; given back with the reason where it is refused. */
function useFix(stage: MeetingStage, rows: readonly SideRow[]) {
  const t = useTranslations('timetable-setup.fixed');
  const toast = useToast();
  const { run } = useOperation(timetableOperations.fixTable, { tells: 'toast', refreshes: 'never' });
  const locale = useLocale();
  const read = () => new Map(rows.map(({ id, fixedTable }) => [id, fixedTable]));
  const [fixed, setFixed] = useState(read);
  const open = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what brings new tables
  useEffect(() => {
    if (open.current === 0) setFixed(read());
  }, [rows.map(({ id, fixedTable }) => `${id} ${fixedTable}`).join()]);

  const put = async (
    { id, kind }: SideRow,
    tableId: string | null,
    before: string | null,
  ): Promise<boolean> => {
    setFixed((all) => new Map(all).set(id, tableId));
    open.current += 1;
    const { ok } = await run({ stage, party: { kind, id }, tableId });
    open.current -= 1;
    if (!ok) setFixed((all) => new Map(all).set(id, before));
    return ok;
  };
  const fix = async (row: SideRow, tableId: string | null) => {
    const before = fixed.get(row.id) ?? null;
    if (!(await put(row, tableId, before))) return;
    const name = shownName(row, locale);
    toast({
      text: tableId ? t('fixed', { name }) : t('freed', { name }),
      undo: async () => void (await put(row, before, tableId)),
    });
  };
  return { fixed, fix };
}
