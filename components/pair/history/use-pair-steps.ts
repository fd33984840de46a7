'use client';

import { useParams, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type Answer, call, type Failure } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useToast } from '@/components/ui/toast';
import { pick } from '@/lib/core/merge';
import type { InputOf } from '@/lib/core/operation';
import { pairOperations } from '@/lib/pair/operations';
import { editOf, type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import type { MovedPair, PairItem } from '@/lib/pair/schema';
import { timetableOperations } from '@/lib/timetable/operations';
import { useHistory } from './history-context';
import type { HistoryStep, Outcome } from './history-store';
import { type SentRows, sendInParts } from './send-in-parts';

/** What one way of a step did: the rows of the way back, and how many others hold. */
type Turned<Row> = { rows: Row[]; kept: number; failure: Failure | null };
export type SeenPair = { pairId: string; version: number };
type MadeEdit = { pair: PairItem; before: NextStepValues; fields: readonly (keyof NextStepValues)[] };
/** Of moves of stages, or of changes of status: the pairs before and after, and how they are made again. */
type MadeMoves = {
  what: 'stage' | 'status';
  before: readonly PairItem[];
  made: readonly MovedPair[];
  again: (pairs: SeenPair[]) => Promise<Answer<{ moved: MovedPair[] }>>;
};
export type OwnWord = InputOf<typeof timetableOperations.sayOwnWishes>['words'][number];
export type OfficeWeight = InputOf<typeof timetableOperations.weighPairs>['weights'][number];

/**
 * Steps of the history for what is done to pairs: each goes back and forth through the same commands, with the versions
 * that it left behind. What others changed since stays as it is, is counted in a message, and leaves the step.
 */
export function usePairSteps() {
  const t = useTranslations('pair.history');
  const { program } = useParams<{ program?: string }>();
  const router = useRouter();
  const toast = useToast();
  const textOf = useFailureText();
  const history = useHistory();
  const inProgram = program ? { program } : {};

  const tell = (text: string) => toast({ tone: 'danger', text });
  /** Goes one way with the rows that the other way left. */
  const turnsOf = <Row>(first: Row[]) => {
    let rows = first;
    return (go: (rows: readonly Row[]) => Promise<Turned<Row>>) => async (): Promise<Outcome> => {
      const { rows: turned, kept, failure } = await go(rows);
      if (kept > 0) {
        tell(t('kept', { count: kept }));
        router.refresh();
      }
      if (failure) tell(t('failed', { why: textOf(failure) }));
      if (turned.length === 0) return failure?.failed === 'unreachable' ? 'again' : 'gone';
      rows = turned;
      router.refresh();
      return 'done';
    };
  };
  const put = (step: HistoryStep): HistoryStep => {
    history.push(step);
    return step;
  };

  /** Edits that were made: of each pair as it now stands what it was before, and which of its fields were edited. */
  const edited = (text: string, edits: readonly MadeEdit[]): HistoryStep => {
    const turn = turnsOf(
      edits.map(({ pair, before, fields }) => ({
        ...{ pairId: pair.id, version: pair.version },
        ...{ from: pick(before, fields), to: pick(nextStepValues(pair), fields) },
      })),
    );
    type Row = { pairId: string; version: number } & Record<'from' | 'to', Partial<NextStepValues>>;
    const go = (way: 'from' | 'to') =>
      turn(async (rows: readonly Row[]) => {
        const back = way === 'from' ? 'to' : 'from';
        const sent = await sendInParts(rows, {
          list: 'edits',
          send: (part) =>
            call(
              pairOperations.editPairs,
              {
                edits: part.map((row) => editOf(row.pairId, { ...row, changes: row[way], base: row[back] })),
              },
              inProgram,
            ),
        });
        const pairs = sent.values.flatMap(({ pairs }) => pairs);
        return { ...afterOf(sent), rows: sent.went.map((row, index) => shownAs(row, pairs[index])) };
      });
    const shownAs = (row: Row, pair: PairItem | undefined): Row => {
      if (pair) history.show(pair);
      return { ...row, version: pair?.version ?? row.version };
    };
    return put({ text, undo: go('from'), redo: go('to') });
  };

  /** Moves or changes of status that were made. */
  const moved = (text: string, { what, before, made, again }: MadeMoves): HistoryStep => {
    const stood = new Map(before.map((pair) => [pair.id, pair[what]]));
    type Row = SeenPair & { eventId: string };
    const rowOf = ({ pair, eventId }: MovedPair): Row => ({
      ...{ pairId: pair.id, version: pair.version, eventId },
    });
    const turn = turnsOf(made.map(rowOf));
    const undo = turn(async (rows) => {
      const sent = await sendInParts(rows, {
        list: 'eventIds',
        send: (part) =>
          call(pairOperations.undoMoves, { eventIds: part.map(({ eventId }) => eventId) }, inProgram),
      });
      const pairs = sent.values.flatMap(({ pairs }) => pairs);
      for (const pair of pairs) history.show(pair);
      const isBack = (pair: PairItem) => stood.get(pair.id) === pair[what];
      const others = pairs.filter((pair) => !isBack(pair)).length;
      const turned = pairs.filter(isBack).map((pair) => rowOf({ pair, eventId: '' }));
      return { ...afterOf(sent), rows: turned, kept: sent.left.length + others };
    });
    const redo = turn(async (rows) => {
      const sent = await sendInParts(rows, {
        list: 'pairs',
        send: (part) => again(part.map(({ pairId, version }) => ({ pairId, version }))),
      });
      const movedAgain = sent.values.flatMap(({ moved }) => moved);
      for (const { pair } of movedAgain) history.show(pair);
      return { ...afterOf(sent), rows: movedAgain.map(rowOf) };
    });
    return put({ text, undo, redo });
  };

  /** The office's words that were entered: `undo` is what the command answered. */
  const said = (text: string, undo: readonly OwnWord[]): HistoryStep => {
    const turn = turnsOf([...undo]);
    const go = turn(async (rows) => {
      const sent = await sendInParts(rows, {
        list: 'words',
        send: (words) => call(timetableOperations.sayOwnWishes, { words: [...words] }, inProgram),
      });
      return { ...afterOf(sent), rows: sent.values.flatMap(({ undo }) => undo.words) };
    });
    return put({ text, undo: go, redo: go });
  };

  /** The same for weights. */
  const weighed = (text: string, undo: readonly OfficeWeight[]): HistoryStep => {
    const turn = turnsOf([...undo]);
    const go = turn(async (rows) => {
      const sent = await sendInParts(rows, {
        list: 'weights',
        send: (weights) => call(timetableOperations.weighPairs, { weights: [...weights] }, inProgram),
      });
      return { ...afterOf(sent), rows: sent.values.flatMap(({ undo }) => undo.weights) };
    });
    return put({ text, undo: go, redo: go });
  };

  return { edited, moved, said, weighed, undo: (step: HistoryStep) => history.undo(step) };
}

function afterOf({ left, failure }: SentRows<unknown, unknown>) {
  return { kept: left.length, failure };
}
