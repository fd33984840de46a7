'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer, Problem } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { PairItem } from '@/lib/pair/rules/item';
import { type PairStatus, STATUS_TABLE, type Stage } from '@/lib/pair/rules/stages';
import { isMoveReason, type MoveReason, planMove } from './move-plan';
import { useMoveWords } from './move-words';
import { type Moved, postStage, postStatus, postUndo, postVoid, type StatusInput } from './pair-requests';

/** What a move still waits for: a reason for it, or for closing or holding the pair. */
export type Asking =
  | { kind: 'stage'; pair: PairItem; stage: Stage; reasons: MoveReason[] }
  | { kind: 'status'; pair: PairItem; status: PairStatus };

export type PairMovesProps = {
  slug: string;
  /** Shows a pair at once: as it is wished, as the server answered, or as it was. */
  show: (pair: PairItem) => void;
  /** After a change that the server has: totals elsewhere on the screen are old now. */
  onChanged: () => void;
};

/**
 * Moves pairs as on every view: at once on the screen, back where it was when refused, with a sentence that says why and
 * what to do, and ten seconds to take it back.
 */
export function usePairMoves({ slug, show, onChanged }: PairMovesProps) {
  const t = useTranslations('pair');
  const toast = useToast();
  const words = useMoveWords();
  const [asking, setAsking] = useState<Asking | null>(null);

  const fail = (pair: PairItem, answer: { problem: Problem } | { offline: true }) => {
    const name = { pair: words.pairName(pair) };
    if ('offline' in answer) {
      show(pair);
      return toast({ tone: 'danger', text: t('pipeline.move.offline', name) });
    }
    const { problem } = answer;
    const current = problem.current as PairItem | undefined;
    show(current ?? pair);
    if (current) {
      toast({ tone: 'danger', text: t('pipeline.move.stale', { ...name, now: words.standing(current) }) });
      return onChanged();
    }
    toast({ tone: 'danger', text: t('pipeline.move.refused', { ...name, why: problem.detail }) });
  };

  const takeBack = async (answer: Promise<Answer<{ pair: PairItem } | { pairs: PairItem[] }>>) => {
    const taken = await answer;
    if (!taken.ok) {
      const why = 'offline' in taken ? '' : taken.problem.detail;
      return toast({ tone: 'danger', text: t('pipeline.move.undoFailed', { why }) });
    }
    for (const pair of 'pair' in taken.value ? [taken.value.pair] : taken.value.pairs) show(pair);
    onChanged();
  };

  const settle = (
    before: PairItem,
    answer: Answer<Moved>,
    text: string,
    undo: (eventId: string) => Promise<void>,
  ) => {
    if (!answer.ok) return fail(before, answer);
    const { pair, eventId } = answer.value;
    show(pair);
    onChanged();
    toast({ text, undo: () => undo(eventId) });
  };

  const send = async (pair: PairItem, stage: Stage, reason?: string) => {
    show({ ...pair, stage });
    const answer = await postStage(slug, pair, stage, reason);
    // The gate may have closed since the page was read: then the server asks, and so do we.
    const asked = !answer.ok && 'problem' in answer ? (answer.problem.errors ?? []) : [];
    const reasons = asked.map((error) => error.reason).filter(isMoveReason);
    if (!reason && reasons.length > 0 && asked.every(({ pointer }) => pointer.endsWith('/reason'))) {
      show(pair);
      return setAsking({ kind: 'stage', pair, stage, reasons });
    }
    const [from, to] = [words.stage(pair.stage), words.stage(stage)];
    const text = t('pipeline.move.done', { pair: words.pairName(pair), from, to });
    settle(pair, answer, text, (eventId) => takeBack(postUndo(slug, [eventId])));
  };

  const move = (pair: PairItem, stage: Stage) => {
    const { kind, reasons } = planMove(pair, stage);
    if (reasons.includes('same_stage')) return;
    if (kind === 'refused')
      return toast({ tone: 'danger', text: t('pipeline.move.closed', { pair: words.pairName(pair) }) });
    if (kind === 'asks') return setAsking({ kind: 'stage', pair, stage, reasons });
    void send(pair, stage);
  };

  const sendStatus = async (pair: PairItem, input: StatusInput) => {
    show({ ...pair, status: input.status });
    const answer = await postStatus(slug, pair, input);
    const text = t('pipeline.move.statusDone', {
      pair: words.pairName(pair),
      to: words.status(input.status),
    });
    settle(pair, answer, text, (eventId) => takeBack(postVoid(slug, pair.id, eventId, 'undo')));
  };

  const changeStatus = (pair: PairItem, status: PairStatus) => {
    if (pair.status === status) return;
    if (STATUS_TABLE[status].needsReason) return setAsking({ kind: 'status', pair, status });
    void sendStatus(pair, { status });
  };

  return { asking, setAsking, move, send, changeStatus, sendStatus };
}

export type PairMoves = ReturnType<typeof usePairMoves>;
