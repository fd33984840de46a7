'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Answer, call, type Failure } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { useToast } from '@/components/ui/toast';
import type { InputOf } from '@/lib/core/operation';
import { pairOperations } from '@/lib/pair/operations';
import { type PairStatus, STAGES, STATUS_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { MovedPair, PairItem } from '@/lib/pair/schema';
import { useHistoryView } from '../history/history-context';
import type { HistoryStep } from '../history/history-store';
import { useStepWords } from '../history/step-words';
import { type SeenPair, usePairSteps } from '../history/use-pair-steps';
import { gatesOf, isMoveReason, planMove } from './move-plan';
import { useMoveWords } from './move-words';

/** What a move still waits for: a reason for it, or for closing or holding the pair. */
export type Question =
  | { kind: 'stage'; pair: PairItem; stage: Stage }
  | { kind: 'status'; pair: PairItem; status: PairStatus };

type StageInput = Omit<InputOf<typeof pairOperations.moveStage>, 'pairId' | 'version'>;
type StatusInput = Omit<InputOf<typeof pairOperations.changeStatus>, 'pairId' | 'version'>;

const ignore = () => {};

/** A change of one pair as the history makes it again: as one of many. */
function oneAgain(send: (seen: SeenPair) => Promise<Answer<MovedPair>>) {
  return async ([seen]: SeenPair[]): Promise<Answer<{ moved: MovedPair[] }>> => {
    if (!seen) return { ok: true, value: { moved: [] } };
    const answer = await send(seen);
    return answer.ok ? { ok: true, value: { moved: [answer.value] } } : answer;
  };
}

type Options = {
  /** Shows a pair at once: as it is wished, as the server answered, or as it was. */
  show?: (pair: PairItem) => void;
  refreshes?: 'now' | 'soon';
};

/**
 * Moves pairs, on every view the same: at once on the screen, back where it was when refused, with a sentence that says
 * why and what to do, and ten seconds to take it back. `MoveDialogs` shows the menu and asks for what needs a reason.
 */
export function usePairMoves({ show = ignore, refreshes = 'soon' }: Options = {}) {
  const t = useTranslations('pair.pipeline.move');
  const { program } = useParams<{ program?: string }>();
  const toast = useToast();
  const textOf = useFailureText();
  const words = useMoveWords();
  const [question, setQuestion] = useState<Question | null>(null);
  const [menu, setMenu] = useState<{ pair: PairItem; anchor: HTMLElement } | null>(null);
  const stageMove = useOperation(pairOperations.moveStage, { refreshes });
  const statusChange = useOperation(pairOperations.changeStatus, { refreshes });
  const steps = usePairSteps();
  const { textOf: textOfStep } = useStepWords();
  useHistoryView(show);

  const sentenceOf = (pair: PairItem, failure: Failure): string => {
    const name = { pair: words.pairName(pair) };
    const current = failure.current as PairItem | undefined;
    if (failure.failed === 'unreachable') return t('offline', name);
    if (!current) return t('refused', { ...name, why: textOf(failure) });
    return t('stale', { ...name, now: words.standing(current) });
  };
  /** Shows the pair as it stands now, and `done` once it has moved; a dialog that is open goes on from there. */
  const settle = (
    before: PairItem,
    answer: Answer<MovedPair>,
    done: string,
    stepOf: (made: MovedPair) => HistoryStep,
  ): Answer<MovedPair> => {
    const current = answer.ok ? answer.value.pair : (answer.current as PairItem | undefined);
    show(current ?? before);
    if (answer.ok) {
      const step = stepOf(answer.value);
      toast({ text: done, undo: () => steps.undo(step) });
    } else if (current) setQuestion((now) => now && { ...now, pair: current });
    return answer;
  };

  const sendMove = async (pair: PairItem, input: StageInput) => {
    const answer = await stageMove.run({ pairId: pair.id, version: pair.version, ...input });
    const [from, to] = [words.stage(pair.stage), words.stage(input.stage)];
    const again = async (seen: SeenPair) =>
      call(pairOperations.moveStage, { ...seen, ...input }, program ? { program } : {});
    return settle(pair, answer, t('done', { pair: words.pairName(pair), from, to }), (made) =>
      steps.moved(textOfStep('stage', [pair]), {
        ...{ what: 'stage', before: [pair], made: [made], again: oneAgain(again) },
      }),
    );
  };
  const sendStatus = async (pair: PairItem, input: StatusInput) => {
    const answer = await statusChange.run({ pairId: pair.id, version: pair.version, ...input });
    const text = t('statusDone', { pair: words.pairName(pair), to: words.status(input.status) });
    const again = async (seen: SeenPair) =>
      call(pairOperations.changeStatus, { ...seen, ...input }, program ? { program } : {});
    return settle(pair, answer, text, (made) =>
      steps.moved(textOfStep('status', [pair]), {
        ...{ what: 'status', before: [pair], made: [made], again: oneAgain(again) },
      }),
    );
  };

  const move = async (pair: PairItem, stage: Stage) => {
    const { kind, reasons } = planMove(pair, stage);
    if (reasons.includes('same_stage')) return;
    if (kind === 'refused')
      return toast({ tone: 'danger', text: t('closed', { pair: words.pairName(pair) }) });
    if (kind === 'asks') return setQuestion({ kind: 'stage', pair, stage });
    show({ ...pair, stage });
    const answer = await sendMove(pair, { stage });
    if (answer.ok) return;
    // The gate may have closed since the page was read: then the server asks, and so do we.
    const asked = answer.errors.map((error) => error.reason).filter(isMoveReason);
    if (asked.length > 0 && answer.errors.every(({ field }) => field.at(-1) === 'reason'))
      return setQuestion({ kind: 'stage', pair: { ...pair, gates: gatesOf(asked) }, stage });
    toast({ tone: 'danger', text: sentenceOf(pair, answer) });
  };
  /** A move that happened on an earlier day: the dialog asks which and when. */
  const moveInThePast = (pair: PairItem) => {
    const next = STAGES[STAGES.indexOf(pair.stage) + 1] ?? STAGES[0];
    setQuestion({ kind: 'stage', pair, stage: next });
  };
  const changeStatus = async (pair: PairItem, status: PairStatus) => {
    if (pair.status === status) return;
    if (STATUS_TABLE[status].needsReason) return setQuestion({ kind: 'status', pair, status });
    show({ ...pair, status });
    const answer = await sendStatus(pair, { status });
    if (!answer.ok) toast({ tone: 'danger', text: sentenceOf(pair, answer) });
  };
  const dismiss = () => setQuestion(null);
  return { menu, setMenu, question, dismiss, move, moveInThePast, sendMove, changeStatus, sendStatus };
}

export type PairMoves = ReturnType<typeof usePairMoves>;
