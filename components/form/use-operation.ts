'use client';

import { useParams, useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { useToast } from '@/components/ui/toast';
import type { ErrorCode } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { StepProgress } from '@/lib/core/progress';
import type { FieldError } from '@/lib/core/result';
import { type Answer, call, isStale } from './call';
import { useFailureText } from './failure-words';
import { useTimer } from './use-timer';

/** What came of a change that was not made: sentences at fields, or the code of what went wrong. */
export type Refused = {
  errors: readonly FieldError[];
  failed: ErrorCode | 'unreachable' | null;
  current?: unknown;
};

const NOTHING: Refused = { errors: [], failed: null };
const SOON_MS = 1_200;

type Options = {
  /** Where a refusal is told: at the fields of a form (in `errors`), or in a toast for a press without a form. */
  tells?: 'form' | 'toast';
  /** Reasons of refusals that are questions: the component asks them, and no toast tells of them. */
  asks?: readonly string[];
  /**
   * When the page is read anew after a change: at once; a moment after the last one, where presses come in bursts; or
   * never, where the component shows by itself what came of it.
   */
  refreshes?: 'now' | 'soon' | 'never';
  /** Milliseconds after which a server that says nothing counts as not reached. */
  patience?: number;
  /** Hears how far a long change is, which may then be cancelled as long as the server has not made it. */
  onProgress?: (progress: StepProgress) => void;
};

/**
 * The one way by which a component changes something: busy meanwhile, its refusals told, and always let go again.
 * The program is the one in the address. The same input sent again after a lost answer carries the same key, so that it
 * is done once. What is stale is read anew, so that the next press goes by what the reader then sees.
 */
export function useOperation<In extends object, Out>(
  operation: Operation<In, Out>,
  { tells = 'form', asks = [], refreshes = 'now', patience, onProgress }: Options = {},
) {
  const { program } = useParams<{ program?: string }>();
  const router = useRouter();
  const toast = useToast();
  const textOf = useFailureText();
  // Presses may come in bursts: one may start while another is on its way.
  const [sending, setSending] = useState(0);
  const [isRefreshing, startRefresh] = useTransition();
  const [refused, setRefused] = useState<Refused>(NOTHING);
  // A page that is left before its reading would show the old state when the reader comes back to it.
  const soon = useTimer('run');
  const sent = useRef({ text: '', key: '' });
  const leaving = useRef<AbortController | null>(null);

  const run = async (input: In): Promise<Answer<Out>> => {
    setSending((count) => count + 1);
    const text = textOfInput(input);
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    const { key } = sent.current;
    if (onProgress) leaving.current = new AbortController();
    const watched = onProgress && leaving.current ? { onProgress, signal: leaving.current.signal } : {};
    const answer = await call(operation, input, {
      program,
      key,
      ...(patience ? { patience } : {}),
      ...watched,
    });
    if (answer.ok && sent.current.key === key) sent.current = { text: '', key: '' };
    setSending((count) => count - 1);
    // A refusal that brings the record as it stands now is about something that the page has not read yet.
    const isOutdated = !answer.ok && (answer.current !== undefined || isStale(answer));
    const refresh = () => startRefresh(() => router.refresh());
    if (isOutdated || (answer.ok && refreshes === 'now')) refresh();
    else if (answer.ok && refreshes === 'soon') soon.start(refresh, SOON_MS);
    const isQuestion = !answer.ok && answer.errors.some((error) => asks.includes(error.reason));
    if (!answer.ok && tells === 'toast' && !isQuestion) toast({ tone: 'danger', text: textOf(answer) });
    setRefused(answer.ok || tells === 'toast' ? NOTHING : { ...answer, failed: answer.failed ?? null });
    return answer;
  };
  return {
    run,
    /** Waits no longer for a watched change; the server takes it back where it is not made yet. */
    cancel: () => leaving.current?.abort(),
    /** The change is on its way. */
    isBusy: sending > 0,
    /** Also while the page is read anew after it. */
    isPending: sending > 0 || isRefreshing,
    ...refused,
    forget: () => setRefused(NOTHING),
  };
}

/** The same text for the same input. A file chosen again is another one: its own text would say nothing of it. */
function textOfInput(input: object): string {
  return JSON.stringify(input, (_, value) => (value instanceof Blob ? crypto.randomUUID() : value));
}

/** The sentence for one field, by the end of its path. */
export function errorAt(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field.at(-1) === field)?.message;
}

/** What no field of the form shows. */
export function errorsElsewhere(errors: readonly FieldError[], fields: readonly string[]): FieldError[] {
  return errors.filter((error) => !fields.includes(String(error.field.at(-1) ?? '')));
}
