'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer, Problem } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import { type PairStatus, STATUS_TABLE, type Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
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

  /** Puts the pair back where it stands, and answers why. A dialog that is open goes on from there. */
  const fail = (pair: PairItem, answer: { problem: Problem } | { offline: true }): string => {
    const name = { pair: words.pairName(pair) };
    const current = 'problem' in answer ? (answer.problem.current as PairItem | undefined) : undefined;
    show(current ?? pair);
    if ('offline' in answer) return t('pipeline.move.offline', name);
    if (!current) return t('pipeline.move.refused', { ...name, why: answer.problem.detail });
    setAsking((now) => now && { ...now, pair: current });
    onChanged();
    return t('pipeline.move.stale', { ...name, now: words.standing(current) });
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
  ): string | null => {
    if (!answer.ok) return fail(before, answer);
    const { pair, eventId } = answer.value;
    show(pair);
    onChanged();
    toast({ text, undo: () => undo(eventId) });
    return null;
  };
  const tell = (why: string | null) => {
    if (why !== null) toast({ tone: 'danger', text: why });
  };

  /** Null when it is done or asked about, else the sentence that says why not. */
  const send = async (pair: PairItem, stage: Stage, reason?: string): Promise<string | null> => {
    show({ ...pair, stage });
    const answer = await postStage(slug, pair, stage, reason);
    // The gate may have closed since the page was read: then the server asks, and so do we.
    const asked = !answer.ok && 'problem' in answer ? (answer.problem.errors ?? []) : [];
    const reasons = asked.map((error) => error.reason).filter(isMoveReason);
    if (!reason && reasons.length > 0 && asked.every(({ pointer }) => pointer.endsWith('/reason'))) {
      show(pair);
      setAsking({ kind: 'stage', pair, stage, reasons });
      return null;
    }
    const [from, to] = [words.stage(pair.stage), words.stage(stage)];
    const text = t('pipeline.move.done', { pair: words.pairName(pair), from, to });
    return settle(pair, answer, text, (eventId) => takeBack(postUndo(slug, [eventId])));
  };

  const move = (pair: PairItem, stage: Stage) => {
    const { kind, reasons } = planMove(pair, stage);
    if (reasons.includes('same_stage')) return;
    if (kind === 'refused')
      return toast({ tone: 'danger', text: t('pipeline.move.closed', { pair: words.pairName(pair) }) });
    if (kind === 'asks') return setAsking({ kind: 'stage', pair, stage, reasons });
    void send(pair, stage).then(tell);
  };

  const sendStatus = async (pair: PairItem, input: StatusInput): Promise<string | null> => {
    show({ ...pair, status: input.status });
    const answer = await postStatus(slug, pair, input);
    const text = t('pipeline.move.statusDone', {
      pair: words.pairName(pair),
      to: words.status(input.status),
    });
    return settle(pair, answer, text, (eventId) => takeBack(postVoid(slug, pair.id, eventId, 'undo')));
  };

  const changeStatus = (pair: PairItem, status: PairStatus) => {
    if (pair.status === status) return;
    if (STATUS_TABLE[status].needsReason) return setAsking({ kind: 'status', pair, status });
    void sendStatus(pair, { status }).then(tell);
  };

  return { asking, setAsking, move, send, changeStatus, sendStatus };
}

export type PairMoves = ReturnType<typeof usePairMoves>;
