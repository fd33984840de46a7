'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { Combobox } from '@/components/ui/combobox';
import { matchInitials } from '@/components/ui/combobox-filter';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { timetableOperations } from '@/lib/timetable/operations';
import type { LegalTarget } from '@/lib/timetable/schema/grid';
import { pairName, slotName } from '../names';
import type { Sides } from './grid-model';
import type { BoardState } from './use-board';
import { sidesOf } from './use-board';

export type FormStart = { pairId?: string; slotId?: string; tableId?: string };
type Props = { board: BoardState; start: FormStart; onClose: () => void };

/** The same moves as on the grid, as a plain form: a pair, a slot, a table. */
export function PlaceForm({ board, start, onClose }: Props) {
  const t = useTranslations('timetable-grid.form');
  const locale = useLocale();
  const { grid, moves, plan, index } = board;
  const [pairId, setPairId] = useState(start.pairId ?? '');
  const [slotId, setSlotId] = useState(start.slotId ?? '');
  const [tableId, setTableId] = useState(start.tableId ?? '');
  const [targets, setTargets] = useState<readonly LegalTarget[]>([]);
  const [missing, setMissing] = useState(false);
  const pairs = useMemo(() => {
    const free = grid.unplaced.map((wish) => ({
      sides: sidesOf(wish),
      label: pairName(wish, locale),
      placed: false,
    }));
    const placed = grid.meetings
      .filter(({ isPast }) => !isPast)
      .map((meeting) => ({ sides: meeting as Sides, label: moves.nameOf(meeting), placed: true }));
    return new Map([...free, ...placed].map((each) => [each.sides.pairId, each]));
  }, [grid, moves, locale]);
  useEffect(() => {
    if (!pairId) return setTargets([]);
    const going = new AbortController();
    plan.ask(timetableOperations.getLegalTargets, { pairId }, { signal: going.signal }).then((answer) => {
      if (!going.signal.aborted && answer.ok) setTargets(answer.value.targets);
    });
    return () => going.abort();
  }, [pairId, plan.ask]);
  const blockOf = new Map(targets.map((target) => [target.slotId, target.block]));
  const block = blockOf.get(slotId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pair = pairs.get(pairId);
    if (!pair || !slotId) return setMissing(true);
    const meeting = index.byPair.get(pairId);
    if (meeting) moves.move(meeting, slotId, tableId || undefined);
    else moves.place(pair.sides, slotId, tableId || undefined);
    board.choose(null);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('title')} size="sm">
      <form noValidate className="grid gap-4 pb-4" onSubmit={submit}>
        <Combobox
          label={t('pair')}
          required
          defaultValue={pairId}
          options={[...pairs.values()].map(({ sides, label, placed }) => ({
            value: sides.pairId,
            label,
            detail: t(placed ? 'placed' : 'unplaced'),
          }))}
          matches={matchInitials}
          error={missing && !pairs.has(pairId) ? t('pairMissing') : undefined}
          onChange={setPairId}
        />
        <Select
          label={t('slot')}
          required
          emptyLabel={t('choose')}
          value={slotId}
          options={grid.slots.map((slot) => ({
            value: slot.id,
            label: blockOf.get(slot.id)
              ? t('blocked', { when: slotName(slot, grid.setup, locale) })
              : slotName(slot, grid.setup, locale),
          }))}
          error={missing && !slotId ? t('slotMissing') : (block?.message ?? undefined)}
          onChange={(event) => setSlotId(event.target.value)}
        />
        {grid.setup.usesTables && (
          <Select
            label={t('table')}
            emptyLabel={t('anyTable')}
            value={tableId}
            options={grid.tables.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setTableId(event.target.value)}
          />
        )}
        <DialogButtons
          save={t(index.byPair.has(pairId) ? 'move' : 'place')}
          busy={false}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
