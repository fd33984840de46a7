import type { Operation } from '@/lib/core/operation';
import type { Answer, Failure } from './call';
import { MAY_WAIT, requestAt } from './may-wait';

/** A change on its way to the server. It goes out under its key until the server has answered. */
export type WaitingChange = {
  /** Its idempotency key. */
  key: string;
  /** The name of an operation that may wait. */
  operation: string;
  /** The program's short name in the address. */
  program: string;
  input: object;
  /** The id of what it is about: a later change of the same replaces one that has not arrived. */
  about: string;
  /** The same in words, for the list of what waits. */
  title: string;
  /** The address of the form that it comes back to. */
  href: string;
  /** The server said no: the reader is told, and it is not sent again by itself. */
  refused?: Failure;
};

export type Send = (operation: Operation<object>, waiting: WaitingChange) => Promise<Answer<unknown>>;
export type Stopped = 'offline' | 'signed_out' | 'unavailable';
/** `sent`: keys that the server took. `stopped`: why the rest waits. */
export type Sent = { sent: string[]; stopped: Stopped | null };

const nameOf = (personId: string) => `rt.queue.${personId}`;
const earlierNameOf = (personId: string) => `rt.outcome.outbox.${personId}`;

/** What this person left to send on this device, oldest first; what the version before kept comes first. */
export function readQueue(storage: Storage, personId: string): WaitingChange[] {
  const earlier = listAt(storage, earlierNameOf(personId)).flatMap((each) => fromEarlier(each) ?? []);
  return [...earlier, ...listAt(storage, nameOf(personId)).filter(isWaiting)];
}

/** One change for each subject. False where the browser keeps nothing. */
export function keepWaiting(storage: Storage, personId: string, waiting: WaitingChange): boolean {
  const others = readQueue(storage, personId).filter((each) => each.about !== waiting.about);
  try {
    writeQueue(storage, personId, [...others, waiting]);
    return true;
  } catch {
    return false;
  }
}

export function dropWaiting(storage: Storage, personId: string, key: string): void {
  const others = readQueue(storage, personId).filter((each) => each.key !== key);
  writeQueue(storage, personId, others);
}

/** The earlier list goes only when its entries stand in this one. */
function writeQueue(storage: Storage, personId: string, queue: readonly WaitingChange[]): void {
  if (queue.length === 0) storage.removeItem(nameOf(personId));
  else storage.setItem(nameOf(personId), JSON.stringify(queue));
  storage.removeItem(earlierNameOf(personId));
}

/** Runs `work` when nothing else about this subject is on its way from this browser. */
export type Alone = <T>(about: string, work: () => Promise<T>) => Promise<T>;

/**
 * Sends what waits, one after the other. A refusal stays in the queue; no network, no sign-in or a busy server leave the
 * rest for the next time. What was replaced or taken out meanwhile is not sent: it would arrive after what came later.
 */
export async function sendWaiting(
  storage: Storage,
  personId: string,
  send: Send,
  onSent: (waiting: WaitingChange) => void = () => undefined,
  alone: Alone = (_, work) => work(),
): Promise<Sent> {
  const sent: string[] = [];
  const waits = ({ key }: WaitingChange) => readQueue(storage, personId).some((each) => each.key === key);
  for (const waiting of readQueue(storage, personId)) {
    const operation = MAY_WAIT.find(({ name }) => name === waiting.operation);
    if (!operation || waiting.refused) continue;
    const answer = await alone(waiting.about, async () => {
      if (!waits(waiting)) return null;
      const answer = await send(operation, waiting);
      if (answer.ok) dropWaiting(storage, personId, waiting.key);
      return answer;
    });
    if (!answer) continue;
    if (answer.ok) {
      sent.push(waiting.key);
      onSent(waiting);
      continue;
    }
    const stopped = whyStopped(answer);
    if (stopped) return { sent, stopped };
    // Replaced while it was on its way: what stands in the queue now is not what was refused.
    if (waits(waiting)) keepWaiting(storage, personId, { ...waiting, refused: answer });
  }
  return { sent, stopped: null };
}

/** Null for an answer that is final: taken, or refused for what it says. */
export function whyStopped(answer: Answer<unknown>): Stopped | null {
  if (answer.ok) return null;
  const { failed, errors } = answer;
  if (failed === 'unreachable') return 'offline';
  if (failed === 'signed_out') return 'signed_out';
  const isBusy = failed === 'unavailable' || failed === 'internal' || failed === 'too_many';
  return isBusy || errors.some(({ reason }) => reason === 'too_many') ? 'unavailable' : null;
}

function listAt(storage: Storage, name: string): unknown[] {
  try {
    const list: unknown = JSON.parse(storage.getItem(name) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function hasTexts<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Record<Name, string> {
  if (typeof value !== 'object' || value === null) return false;
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}

function isWaiting(value: unknown): value is WaitingChange {
  return (
    hasTexts(value, ['key', 'operation', 'program', 'about', 'title', 'href']) &&
    'input' in value &&
    typeof value.input === 'object' &&
    value.input !== null
  );
}

/** Outcomes were once kept with the path and body they go to, and with the sentence of a refusal. */
function fromEarlier(value: unknown): WaitingChange | null {
  if (!hasTexts(value, ['key', 'slug', 'meetingId', 'title', 'path'])) return null;
  const { key, slug, meetingId, title, path, ...rest } = value as typeof value & Record<string, unknown>;
  const request = requestAt(path, rest.body);
  if (!request) return null;
  const href = `/programs/${slug}/meetings/${meetingId}/outcome`;
  const waiting = { key, ...request, about: meetingId, title, href };
  if (typeof rest.refused !== 'string') return waiting;
  const errors = [{ reason: 'refused', message: rest.refused, field: [] }];
  return { ...waiting, refused: { ok: false, errors, current: rest.current } };
}
