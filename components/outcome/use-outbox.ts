'use client';

import { useSyncExternalStore } from 'react';
import { send } from '@/components/ui/request';
import { type Flushed, flushOutbox, OUTBOX_EVENT, type Parcel, readOutbox, type Send } from './outbox';
import { dropDraft, readDraft } from './outcome-draft';

const PATIENCE_MS = 15_000;

/** A network that hangs counts as none; what may have arrived is not doubled, by its key. */
export const sendParcel: Send = (path, body, key) =>
  send('POST', path, body, { idempotencyKey: key, patience: PATIENCE_MS });

/** Behind the reader's back: whoever is signed out reads it where the waiting ones are listed, and is not asked. */
const sendUnasked: Send = (path, body, key) =>
  send('POST', path, body, { idempotencyKey: key, patience: PATIENCE_MS, asksToSignIn: false });

/** Tells every part of this page that the outbox changed; other tabs hear it from the browser. */
export function announceOutbox(): void {
  window.dispatchEvent(new Event(OUTBOX_EVENT));
}

/** Sends what waits, in one tab at a time, and lets go of the drafts that arrived. Null: another tab is at it. */
export async function flushNow(
  personId: string,
  onSent: (parcel: Parcel) => void = () => undefined,
): Promise<Flushed | null> {
  const work = () =>
    flushOutbox(localStorage, personId, sendUnasked, (parcel) => {
      const kept = readDraft(localStorage, personId, parcel.meetingId);
      if (kept?.attempt?.key === parcel.key) dropDraft(localStorage, personId, parcel.meetingId);
      onSent(parcel);
    });
  const flushed = navigator.locks
    ? await navigator.locks.request('rt-outbox', { ifAvailable: true }, (lock) => (lock ? work() : null))
    : await work();
  announceOutbox();
  return flushed;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(OUTBOX_EVENT, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(OUTBOX_EVENT, onChange);
    window.removeEventListener('storage', onChange);
  };
}

const NOTHING: readonly Parcel[] = [];
const seen = new Map<string, { text: string; parcels: readonly Parcel[] }>();

/** The same list as long as the storage holds the same text, as React asks of a snapshot. */
function snapshot(personId: string): readonly Parcel[] {
  const parcels = readOutbox(localStorage, personId);
  const text = JSON.stringify(parcels);
  const last = seen.get(personId);
  if (last?.text === text) return last.parcels;
  seen.set(personId, { text, parcels });
  return parcels;
}

/** What this person has not sent yet; empty on the server. */
export function useOutbox(personId: string): readonly Parcel[] {
  return useSyncExternalStore(
    subscribe,
    () => snapshot(personId),
    () => NOTHING,
  );
}
