'use client';

import { useParams, useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Operation } from '@/lib/core/operation';
import { type Answer, call } from './call';
import {
  type Alone,
  dropWaiting,
  keepWaiting,
  readQueue,
  type Send,
  type Sent,
  type Stopped,
  sendWaiting,
  type WaitingChange,
  whyStopped,
} from './queue';

const CHANGED = 'rt-queue';
const AGAIN_MS = 20_000;
const PATIENCE_MS = 15_000;
const NOTHING: readonly WaitingChange[] = [];

/** Tells every part of this page that the queue changed; other tabs hear it from the browser. */
function announce(): void {
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}

const seen = new Map<string, { text: string; queue: readonly WaitingChange[] }>();

/** The same list as long as the storage holds the same text, as React asks of a snapshot. */
function snapshot(personId: string): readonly WaitingChange[] {
  const queue = readQueue(localStorage, personId);
  const text = JSON.stringify(queue);
  const last = seen.get(personId);
  if (last?.text === text) return last.queue;
  seen.set(personId, { text, queue });
  return queue;
}

/** What this person has not sent yet; empty on the server. */
export function useQueue(personId: string): readonly WaitingChange[] {
  return useSyncExternalStore(
    subscribe,
    () => snapshot(personId),
    () => NOTHING,
  );
}

/** Only under the sign-in of whoever wrote it. What may have arrived is not doubled, by its key. */
const waitingCall = (personId: string, { program, key }: Pick<WaitingChange, 'program' | 'key'>) => ({
  ...{ program, key, person: personId, patience: PATIENCE_MS, repeats: false },
});

/** One after the other among the tabs of this browser: an earlier text of a subject never arrives after a later one. */
const alone: Alone = async (about, work) =>
  navigator.locks ? await navigator.locks.request(`rt-queue ${about}`, work) : work();

/** Only where no other tab of this browser is at it. Null: one is, and `work` was not begun. */
async function inOneTab<T>(work: () => Promise<T>): Promise<T | null> {
  if (!navigator.locks) return work();
  return navigator.locks.request('rt-queue', { ifAvailable: true }, (lock) => (lock ? work() : null));
}

async function sendQueue(personId: string, onSent: (waiting: WaitingChange) => void): Promise<Sent | null> {
  // Behind the reader's back: whoever is signed out reads it where the waiting ones are listed, and is not asked.
  const send: Send = (operation, waiting) =>
    call(operation, waiting.input, { ...waitingCall(personId, waiting), asksToSignIn: false });
  const sent = await inOneTab(() => sendWaiting(localStorage, personId, send, onSent, alone));
  announce();
  return sent;
}

/** Sends this person's queue: when the page opens, when the network comes back, and every 20 seconds while it waits. */
export function useQueueSender(personId: string, onSent: (waiting: WaitingChange) => void) {
  const router = useRouter();
  const queue = useQueue(personId);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const tell = useRef(onSent);
  tell.current = onSent;
  const hasWaiting = queue.some((each) => !each.refused);

  const sendNow = useCallback(async () => {
    const sent = await sendQueue(personId, (waiting) => tell.current(waiting));
    if (!sent) return;
    setStopped(sent.stopped);
    if (sent.sent.length > 0) router.refresh();
  }, [personId, router]);

  useEffect(() => {
    if (!hasWaiting) return;
    const first = setTimeout(sendNow);
    const again = setInterval(sendNow, AGAIN_MS);
    window.addEventListener('online', sendNow);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      window.removeEventListener('online', sendNow);
    };
  }, [hasWaiting, sendNow]);

  const drop = (key: string) => {
    dropWaiting(localStorage, personId, key);
    announce();
  };
  return { queue, stopped, sendNow, drop };
}

/**
 * A change that may wait (may-wait.ts). It stands in the queue of this person before it goes out and until the server has
 * answered; without a network it stays there. `own` is what waits, or was refused, of the same subject.
 */
export function useQueuedOperation(
  personId: string,
  subject: Pick<WaitingChange, 'about' | 'title' | 'href'>,
) {
  const { program = '' } = useParams<{ program?: string }>();
  const queue = useQueue(personId);
  const [isKept, setIsKept] = useState(true);
  const run = async <In extends object, Out>(
    operation: Operation<In, Out>,
    input: In,
    key: string,
  ): Promise<{ answer: Answer<Out>; stopped: Stopped | null }> => {
    const waiting = { ...subject, key, program, operation: operation.name, input };
    setIsKept(keepWaiting(localStorage, personId, waiting));
    const answer = await alone(waiting.about, async () => {
      const answer = await call(operation, input, waitingCall(personId, waiting));
      const stopped = whyStopped(answer);
      if (stopped === null || stopped === 'signed_out') dropWaiting(localStorage, personId, key);
      return answer;
    });
    const stopped = whyStopped(answer);
    announce();
    return { answer, stopped };
  };
  return {
    run,
    own: queue.find((each) => each.about === subject.about),
    count: queue.filter((each) => !each.refused).length,
    /** False where the browser keeps nothing: the page must stay open. */
    isKept,
  };
}
