'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import { useQueuedOperation } from '@/components/form/use-queue';
import { isAboutSize } from '@/lib/amount/rules/size';
import { uuidv7 } from '@/lib/core/uuid';
import { meetingOperations } from '@/lib/meeting/operations';
import type { Markable } from '@/lib/meeting/rules';
import { outcomeOperations } from '@/lib/outcome/operations';
import type { NextStep } from '@/lib/outcome/rules';
import {
  type Attempt,
  type Attendance,
  attemptOf,
  changeOfDraft,
  dropDraft,
  fittingDraft,
  keepDraft,
  metOffered,
  type OutcomeChange,
  type OutcomeDraft,
  type OutcomeFacts,
  type Problem,
  readDraft,
} from './outcome-draft';

export type OutcomeStatus =
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'waiting'; why: 'offline' | 'unavailable' }
  | { at: 'signed_out' }
  | { at: 'saved' };

/** Everything the form does with a draft: keeps it, sends it, and says truthfully where it is. */
export function useOutcomeForm(facts: OutcomeFacts) {
  const { slug, personId, meeting, initial, seenStep, isPairClosed, mayReopen } = facts;
  const wordsOf = useProblemWords(mayReopen);
  const textOf = useFailureText();
  const { take, ...standing } = useStandingMeeting(facts);
  const [typed, setDraft] = useState(initial);
  const draft = fittingDraft(typed, standing.offered);
  /** Counts up when the whole draft is replaced, so that controls start anew from it. */
  const [generation, setGeneration] = useState(0);
  const [status, setStatus] = useState<OutcomeStatus>({ at: 'editing' });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isKept, setIsKept] = useState(true);
  /** Before the page's script runs a press would be a page load, and lose what was chosen. */
  const [isReady, setIsReady] = useState(false);
  const attempt = useRef<Attempt>(undefined);
  const seen = useRef(seenStep);
  const href = `/programs/${slug}/meetings/${meeting.id}/outcome`;
  const queued = useQueuedOperation(personId, { about: meeting.id, title: meeting.title, href });
  const { own } = queued;

  useEffect(() => {
    setIsReady(true);
    const kept = readDraft(localStorage, personId, meeting.id);
    if (!kept) return;
    attempt.current = kept.attempt;
    setDraft(kept.draft);
    setGeneration((n) => n + 1);
  }, [personId, meeting.id]);

  /** Says why it was refused; the next press goes by the record that the refusal brings. */
  const learn = (failure: Failure) => {
    take(failure.current);
    seen.current = currentStep(failure.current) ?? seen.current;
    setErrors(errorsOf(failure, textOf(failure)));
  };

  // What was left to send earlier, or has just been refused or taken behind the form's back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the queue is what changes
  useEffect(() => {
    if (own?.refused) {
      learn(own.refused);
      setStatus({ at: 'editing' });
    } else if (own) {
      setStatus((now) => (now.at === 'editing' ? { at: 'waiting', why: 'offline' } : now));
    } else {
      setStatus((now) => (now.at === 'waiting' ? { at: 'saved' } : now));
    }
  }, [own]);

  const change = (changes: Partial<OutcomeDraft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    setErrors({});
    setIsKept(keepDraft(localStorage, personId, meeting.id, keptWith(next)));
    if (status.at === 'signed_out') setStatus({ at: 'editing' });
  };
  const keptWith = (next: OutcomeDraft) => ({
    draft: next,
    ...(attempt.current ? { attempt: attempt.current } : {}),
  });

  const save = async () => {
    if (status.at === 'sending') return;
    const { version } = standing;
    const change = changeOfDraft(draft, {
      meetingId: meeting.id,
      version,
      seenStep: seen.current,
      isPairClosed,
    });
    if (change.kind === 'problems') {
      setErrors(wordsOf(change.problems));
      return;
    }
    setErrors({});
    setStatus({ at: 'sending' });
    const { answer, stopped } = await send(change);
    if (answer.ok) {
      dropDraft(localStorage, personId, meeting.id);
      setStatus({ at: 'saved' });
    } else if (stopped === 'offline' || stopped === 'unavailable') {
      setStatus({ at: 'waiting', why: stopped });
    } else {
      setStatus({ at: stopped ?? 'editing' });
      if (!stopped) learn(answer);
    }
  };
  /** The draft remembers what went out, so that the same content carries the same key after a reload too. */
  const send = ({ kind, input }: OutcomeChange) => {
    const operation = kind === 'mark' ? meetingOperations.markMeeting : outcomeOperations.recordOutcome;
    const content = { operation: operation.name, input };
    attempt.current = attemptOf(content, attempt.current, () => uuidv7(new Date()));
    keepDraft(localStorage, personId, meeting.id, keptWith(draft));
    return queued.run<typeof input, unknown>(operation, input, attempt.current.key);
  };

  const startOver = () => {
    attempt.current = undefined;
    setStatus({ at: 'editing' });
  };
  return {
    draft,
    standing,
    generation,
    status,
    errors,
    isKept: isKept && queued.isKept,
    isReady,
    waitingCount: queued.count,
    change,
    save,
    startOver,
  };
}

/** What is missing in a draft, in words at its fields. */
function useProblemWords(mayReopen: boolean) {
  const t = useTranslations();
  const words = ({ field, reason }: Problem) => {
    if (field === 'interest') return t('outcome.interestNeeded');
    if (field === 'closedPair')
      return t('outcome.refusal.pair_closed', { may: mayReopen ? 'reopen' : 'keep' });
    return t(`error.money.${reason}` as 'error.money.not_a_number');
  };
  return (problems: readonly Problem[]): FieldErrors =>
    Object.fromEntries(problems.map((problem) => [problem.field, words(problem)]));
}

/** The meeting as the server had it when it refused; the version is that of its next mark. */
type StandingMeeting = Markable & { version: number };
/** What the form goes by: the choices that the server would take, and the version that a mark names. */
type Standing = { version: number; offered: readonly Attendance[]; isCancelled: boolean };

type Read = { meeting: { version: number }; offered: readonly Attendance[]; asStartup: boolean };

/** The meeting that a refusal brings as its current record; null where it brings none, or a pair. */
export function meetingOf(current: unknown): StandingMeeting | null {
  if (typeof current !== 'object' || current === null || !('markedByOffice' in current)) return null;
  return current as StandingMeeting;
}

/** What the page read, unless a refusal brought the meeting as it stands since then. */
export function standingOf(read: Read, refused: StandingMeeting | null, now: Date): Standing {
  if (!refused || refused.version < read.meeting.version) {
    return { version: read.meeting.version, offered: read.offered, isCancelled: false };
  }
  const { version, state } = refused;
  return { version, offered: metOffered(refused, read.asStartup, now), isCancelled: state === 'cancelled' };
}

/** The meeting as last told, by the page or by a refusal; `take` reads the record of a refusal. */
function useStandingMeeting({ meeting, offered, asStartup }: OutcomeFacts) {
  const [refused, setRefused] = useState<StandingMeeting | null>(null);
  const standing = useMemo(
    () => standingOf({ meeting, offered, asStartup }, refused, new Date()),
    [meeting, offered, asStartup, refused],
  );
  const take = (current: unknown) => setRefused((before) => meetingOf(current) ?? before);
  return { ...standing, take };
}

export type FieldErrors = Partial<
  Record<
    'interest' | 'money' | 'size' | 'closedPair' | 'asked' | 'nextStep' | 'nextStepOn' | 'note' | 'form',
    string
  >
>;

const FIELDS: Record<string, keyof FieldErrors> = {
  interest: 'interest',
  amount: 'money',
  asked: 'asked',
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  note: 'note',
};

/** The server's sentences at their fields; the rest, or `sentence` where it gave none, belongs to the whole form. */
export function errorsOf({ errors: refusals }: Pick<Failure, 'errors'>, sentence: string): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field, message, reason } of refusals) {
    const [first = '', second] = field;
    const question = isAboutSize(reason) ? 'size' : second === 'closedPair' ? 'closedPair' : undefined;
    errors[question ?? FIELDS[first] ?? 'form'] ??= message;
  }
  return Object.keys(errors).length > 0 ? errors : { form: sentence };
}

/** A next step that was changed meanwhile brings its pair: the next press means the step as it stands. */
export function currentStep(current: unknown): NextStep | null {
  // Of the two records that an outcome may be refused with, the pair has a next step.
  if (typeof current !== 'object' || current === null || !('nextStep' in current)) return null;
  const step = current.nextStep as NextStep | null;
  return { text: step?.text ?? null, on: step?.on ?? null };
}
