'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SearchBox } from '@/components/ui/search-box';
import { Switch } from '@/components/ui/switch';
import { clearTime, formatDateTime } from '@/lib/core/dates';
import { matchesSearch } from '@/lib/core/hangul';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { BlackoutGrid, BlackoutRow } from '@/lib/timetable/schema/wishes';
import { dayName } from '../names';
import { writeAvailability } from './availability-file';
import { AvailabilityLegend, ClashNotice } from './availability-notes';
import { AvailabilityTable } from './availability-table';
import { filePartiesOf, GROUPS, type GridLine, type Group, linesOf, paintableParties } from './grid-lines';
import { type Away, type Paint, painted, squaresOf, undoOf } from './stroke';
import { useStrokes } from './use-strokes';
import './availability.css';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import { timetableOperations } from '@/lib/timetable/operations';

type Props = {
  stage: MeetingStage;
  grid: BlackoutGrid;
  zones: readonly [string, string];
  /** By party and slot: whom it meets there in this stage. */
  booked: Readonly<Record<string, Readonly<Record<string, string>>>>;
  canPaint: boolean;
  /** Leads to where availability comes in by a spreadsheet. */
  imports: ReactNode;
};

/** Who is away when, painted: rows are parties, their people and tables, columns are slots. */
export function Availability({ stage, grid, zones, booked, canPaint, imports }: Props) {
  const t = useTranslations('timetable-setup.availability');
  const stages = useTranslations('pair.stage');
  const locale = useLocale();
  const { slots, rows } = grid;
  const [zone] = zones;
  const { away, paint } = usePaint(stage, rows);
  const [open, setOpen] = useState<ReadonlySet<Group>>(() => openAtFirst(grid));
  const [text, setText] = useState('');
  const [byFinger, setByFinger] = useState(false);
  const query = useDeferredValue(text.trim());
  const table = useRef<HTMLTableElement>(null);

  const slotIds = useMemo(() => slots.map(({ id }) => id), [slots]);
  const slotNames = useMemo(
    () => slots.map(({ startsAt }) => formatDateTime(new Date(startsAt), zone, locale)),
    [slots, zone, locale],
  );
  const busy = useMemo(() => new Map(rows.map((row) => [row.id, new Set(row.busy)])), [rows]);
  const parties = useKept(
    useMemo(() => paintableParties(rows, away, busy, locale), [rows, away, busy, locale]),
  );
  const lines = useMemo(
    () =>
      linesOf(
        parties,
        query ? new Set(GROUPS) : open,
        ({ label, firm }) =>
          !query || matchesSearch(label, query) || (firm !== null && matchesSearch(firm, query)),
      ),
    [parties, open, query],
  );

  const tell = (paints: readonly Paint[], about: GridLine | null) => {
    const count = squaresOf(paints);
    const state = paints[0]?.away ? 'away' : 'free';
    if (about?.type === 'party') return t('told.party', { name: about.party.label, count, state });
    return t('told.several', { parties: new Set(paints.map(({ id }) => id)).size, count, state });
  };
  const strokes = useStrokes({
    table,
    lines,
    slotIds,
    canPaint,
    byFinger,
    onPaint: (paints, about) => void paint(paints, tell(paints, about)),
    onOpen: ({ group }) =>
      setOpen(
        (before) =>
          new Set(before.has(group) ? [...before].filter((one) => one !== group) : [...before, group]),
      ),
  });

  const clashes = parties.flatMap((party) =>
    slots.flatMap((slot) => {
      const who = booked[party.id]?.[slot.id];
      if (who === undefined || !party.away.has(slot.id)) return [];
      const at = `${dayName(slot.day, locale)} ${clearTime(new Date(slot.startsAt), zone)}`;
      return [
        {
          id: party.id,
          slotId: slot.id,
          kind: party.kind,
          text: t('clashLine', { name: party.label, at, who }),
        },
      ];
    }),
  );
  const show = (clash: { id: string; slotId: string; kind: Group }) => {
    setText('');
    setOpen((before) => new Set([...before, clash.kind]));
    // Once its group is drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const line = latest.current.findIndex((each) => each.type === 'party' && each.party.id === clash.id);
        if (line >= 0) strokes.goTo({ line, column: slotIds.indexOf(clash.slotId) });
      }),
    );
  };
  const latest = useRef(lines);
  latest.current = lines;
  const save = () => {
    const file = new Blob([writeAvailability(filePartiesOf(rows, parties), slots, { stage, zone, locale })], {
      type: 'text/csv;charset=utf-8',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${t('fileName', { stage: stages(stage) })}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  return (
    <div className="av">
      <div className="av-tools no-print">
        <SearchBox
          label={t('search')}
          className="w-60 max-sm:w-full"
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        {canPaint && (
          <span className="av-finger">
            <Switch
              label={t('byFinger')}
              checked={byFinger}
              onChange={(event) => setByFinger(event.target.checked)}
            />
          </span>
        )}
        <ClashNotice clashes={clashes} onShow={show} />
        <span className="av-files">
          {imports}
          <Button size="sm" onClick={save}>
            {t('export')}
          </Button>
        </span>
      </div>
      <p id="av-help" className="sr-only">
        {canPaint ? t('help') : t('helpRead')}
      </p>
      <div className="av-scroll" data-drawing={byFinger || undefined}>
        <AvailabilityTable
          tableRef={table}
          {...{ lines, slots, slotIds, slotNames, zones, booked, canPaint, strokes }}
          label={t('label', { stage: stages(stage) })}
        />
        {lines.length === 0 && <p className="p-4 text-ink-2">{t('noneFound')}</p>}
      </div>
      <AvailabilityLegend canPaint={canPaint} />
    </div>
  );
}

/** All groups of a small program; people, who are many and seldom away by themselves, once they are asked for. */
function openAtFirst({ rows, slots }: BlackoutGrid): ReadonlySet<Group> {
  const squares = (group: Group) => rows.filter(({ kind }) => kind === group).length * slots.length;
  const painted = (group: Group) => rows.some(({ kind, away }) => kind === group && away.length > 0);
  return new Set(
    GROUPS.filter((group) => squares(group) < 12_000 && (group !== 'contact' || painted(group))),
  );
}

type Same = { id: string; away: ReadonlySet<string>; busy: ReadonlySet<string>; label: string };

/** Parties of which nothing changed stay the very same objects, so that their rows are not drawn again. */
function useKept<T extends Same>(parties: T[]): T[] {
  const before = useRef(new Map<string, T>());
  return useMemo(() => {
    const kept = parties.map((party) => {
      const old = before.current.get(party.id);
      const isSame = old && old.away === party.away && old.busy === party.busy && old.label === party.label;
      return isSame ? old : party;
    });
    before.current = new Map(kept.map((party) => [party.id, party]));
    return kept;
  }, [parties]);
}

/** The grid as it is painted: at once on the screen, one stroke after the other to the server, all of a stroke or nothing. */
function usePaint(stage: MeetingStage, rows: readonly BlackoutRow[]) {
  const t = useTranslations('timetable-setup.availability');
  const toast = useToast();
  const textOf = useFailureText();
  const { run } = useOperation(timetableOperations.paintBlackouts, { refreshes: 'soon' });
  const read = useMemo<Away>(() => new Map(rows.map((row) => [row.id, new Set(row.away)])), [rows]);
  const [away, setAway] = useState(read);
  const open = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  // What the server has is taken over once nothing of this screen is still on its way there.
  useEffect(() => {
    if (open.current === 0) setAway(read);
  }, [read]);

  const change = async (paints: readonly Paint[]): Promise<boolean> => {
    setAway((before) => painted(before, paints));
    open.current += 1;
    const input = paints.map(({ kind, id, slotIds, away }) => ({ party: { kind, id }, slotIds, away }));
    const mine = queue.current.then(() => run({ stage, paints: input }));
    queue.current = mine;
    const answer = await mine;
    open.current -= 1;
    if (answer.ok) return true;
    setAway((before) => painted(before, undoOf(paints)));
    toast({ tone: 'danger', text: t('refused', { reason: textOf(answer) }) });
    return false;
  };
  /** `notice` is the sentence beside the button that takes it back. Answers whether it was done. */
  const paint = async (paints: readonly Paint[], notice: ReactNode): Promise<boolean> => {
    if (paints.length === 0) return true;
    const isDone = await change(paints);
    if (isDone) toast({ text: notice, undo: async () => void (await change(undoOf(paints))) });
    return isDone;
  };
  return { away, paint };
}
