import type { Answer } from '@/components/ui/request';

/** An outcome or a mark on its way to the server. It goes out under its key until the server has answered. */
export type Parcel = {
  key: string;
  slug: string;
  meetingId: string;
  /** Whom it is about, for the list of what waits. */
  title: string;
  path: string;
  body: unknown;
  /** The server said no: told to the reader, not sent again by itself. */
  refused?: string;
  /** The record that the refusal brought, as it stood then. */
  current?: unknown;
};

export type Send = (path: string, body: unknown, key: string) => Promise<Answer<unknown>>;
/** `sent`: keys the server took. `stopped`: why the rest waits. */
export type Flushed = { sent: string[]; stopped: 'offline' | 'signed_out' | 'unavailable' | null };

const keyOf = (personId: string) => `rt.outcome.outbox.${personId}`;
export const OUTBOX_EVENT = 'rt-outbox';

/** What this person left to send on this device, oldest first. */
export function readOutbox(storage: Storage, personId: string): Parcel[] {
  try {
    const parcels: unknown = JSON.parse(storage.getItem(keyOf(personId)) ?? '[]');
    return Array.isArray(parcels) ? parcels.filter(isParcel) : [];
  } catch {
    return [];
  }
}

function writeOutbox(storage: Storage, personId: string, parcels: readonly Parcel[]): void {
  if (parcels.length === 0) storage.removeItem(keyOf(personId));
  else storage.setItem(keyOf(personId), JSON.stringify(parcels));
}

/** One parcel per meeting: what is said later replaces what has not arrived. False where nothing can be kept. */
export function putParcel(storage: Storage, personId: string, parcel: Parcel): boolean {
  const others = readOutbox(storage, personId).filter((each) => each.meetingId !== parcel.meetingId);
  try {
    writeOutbox(storage, personId, [...others, parcel]);
    return true;
  } catch {
    return false;
  }
}

export function dropParcel(storage: Storage, personId: string, key: string): void {
  const others = readOutbox(storage, personId).filter((each) => each.key !== key);
  writeOutbox(storage, personId, others);
}

/**
 * Sends what waits, one after the other. A refusal stays in the box with its sentence; no network, no sign-in or a
 * server out of breath leave the rest for the next time.
 */
export async function flushOutbox(
  storage: Storage,
  personId: string,
  send: Send,
  onSent: (parcel: Parcel) => void = () => undefined,
): Promise<Flushed> {
  const sent: string[] = [];
  for (const parcel of readOutbox(storage, personId).filter((each) => !each.refused)) {
    const answer = await send(parcel.path, parcel.body, parcel.key);
    if (answer.ok) {
      dropParcel(storage, personId, parcel.key);
      sent.push(parcel.key);
      onSent(parcel);
      continue;
    }
    const stopped = whyStopped(answer);
    if (stopped) return { sent, stopped };
    // Replaced while it was on its way: what stands in the box now is not what was refused.
    if (readOutbox(storage, personId).some((each) => each.key === parcel.key)) {
      const { detail, current } = 'problem' in answer ? answer.problem : { detail: '', current: undefined };
      putParcel(storage, personId, { ...parcel, refused: detail, current });
    }
  }
  return { sent, stopped: null };
}

/** Null for an answer that is final: taken, or refused for what it says. */
export function whyStopped(answer: Answer<unknown>): Flushed['stopped'] {
  if (answer.ok) return null;
  if ('offline' in answer) return 'offline';
  if (answer.problem.status === 401) return 'signed_out';
  return answer.problem.status === 429 || answer.problem.status >= 500 ? 'unavailable' : null;
}

function isParcel(value: unknown): value is Parcel {
  const texts = ['key', 'slug', 'meetingId', 'title', 'path'] as const;
  return (
    typeof value === 'object' &&
    value !== null &&
    texts.every((name) => typeof (value as Record<string, unknown>)[name] === 'string')
  );
}
