'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '@/components/ui/request';
import { uuidv7 } from '@/lib/core/uuid';
import { dropParcel, putParcel, whyStopped } from './outbox';
import {
  type Attempt,
  attemptOf,
  deedOf,
  dropDraft,
  fittingDraft,
  keepDraft,
  type OutcomeDraft,
  readDraft,
} from './outcome-draft';
import { currentStep, errorsOf } from './outcome-errors';
import type { FieldErrors, OutcomeFacts } from './outcome-facts';
import { useStandingMeeting } from './standing-meeting';
import { announceOutbox, sendParcel, useOutbox } from './use-outbox';

export type OutcomeStatus =
  | { at: 'editing' }
  | { at: 'sending' }
  | { at: 'waiting'; why: 'offline' | 'unavailable' }
  | { at: 'signed_out' }
  | { at: 'saved' };

/** Everything the form does with a draft: keeps it, sends it, and says truthfully where it is. */
export function useOutcomeForm(facts: OutcomeFacts) {
  const { slug, personId, meeting, initial, seenStep, isPairClosed, mayReopen } = facts;
  const t = useTranslations();
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
  const parcels = useOutbox(personId);
  const own = parcels.find((parcel) => parcel.meetingId === meeting.id);

  useEffect(() => {
    setIsReady(true);
    const kept = readDraft(localStorage, personId, meeting.id);
    if (!kept) return;
    attempt.current = kept.attempt;
    setDraft(kept.draft);
    setGeneration((n) => n + 1);
  }, [personId, meeting.id]);

  /** The next press goes by the record that a refusal brings. */
  const learn = (current: unknown) => {
    take(current);
    seen.current = currentStep(current) ?? seen.current;
  };

  // What was left to send earlier, or has just been refused or taken behind the form's back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is what changes
  useEffect(() => {
    if (own?.refused) {
      learn(own.current);
      setStatus({ at: 'editing' });
      setErrors({ form: own.refused });
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
    const deed = deedOf(draft, { version: standing.version, seenStep: seen.current, isPairClosed });
    if (deed.kind === 'problems') {
      const words = deed.problems.map(({ field, reason }) => [
        field,
        field === 'interest'
          ? t('outcome.interestNeeded')
          : field === 'closedPair'
            ? t('outcome.refusal.pair_closed', { may: mayReopen ? 'reopen' : 'keep' })
            : t(`error.money.${reason}` as 'error.money.not_a_number'),
      ]);
      setErrors(Object.fromEntries(words));
      return;
    }
    const path = `/programs/${slug}/meetings/${meeting.id}/${deed.kind}`;
    attempt.current = attemptOf({ path, body: deed.body }, attempt.current, () => uuidv7(new Date()));
    const { key } = attempt.current;
    keepDraft(localStorage, personId, meeting.id, keptWith(draft));
    setErrors({});
    setStatus({ at: 'sending' });
    const { title } = meeting;
    const parcel = { key, slug, meetingId: meeting.id, title, path, body: deed.body };
    setIsKept(putParcel(localStorage, personId, parcel));
    settle(await sendParcel(path, deed.body, key), key);
    announceOutbox();
  };

  const settle = (answer: Answer<unknown>, key: string) => {
    const stopped = whyStopped(answer);
    if (stopped === 'offline' || stopped === 'unavailable') {
      setStatus({ at: 'waiting', why: stopped });
      return;
    }
    dropParcel(localStorage, personId, key);
    if (answer.ok) {
      dropDraft(localStorage, personId, meeting.id);
      setStatus({ at: 'saved' });
      return;
    }
    setStatus({ at: stopped === 'signed_out' ? 'signed_out' : 'editing' });
    if (!stopped && 'problem' in answer) {
      learn(answer.problem.current);
      setErrors(errorsOf(answer.problem));
    }
  };

  const startOver = () => {
    attempt.current = undefined;
    setStatus({ at: 'editing' });
  };
  const waitingCount = parcels.filter((parcel) => !parcel.refused).length;
  return {
    draft,
    standing,
    generation,
    status,
    errors,
    isKept,
    isReady,
    waitingCount,
    change,
    save,
    startOver,
  };
}
