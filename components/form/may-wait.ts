import type { Operation } from '@/lib/core/operation';
import { meetingOperations } from '@/lib/meeting/operations';
import { outcomeOperations } from '@/lib/outcome/operations';

/** The operations that may wait on the device until the network is back (queue.ts). */
export const MAY_WAIT: readonly Operation<object>[] = [
  outcomeOperations.recordOutcome,
  meetingOperations.markMeeting,
];

type Request = { operation: string; program: string; input: Record<string, unknown> };

/** The operation and input behind a path and body, as the version before kept them; null where none is meant. */
export function requestAt(path: unknown, body: unknown): Request | null {
  if (typeof path !== 'string') return null;
  for (const operation of MAY_WAIT) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const found = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
    if (!found) continue;
    const parts = Object.fromEntries(names.map((name, n) => [name, decodeURIComponent(found[n + 1] ?? '')]));
    const { program = '', ...ids } = parts;
    return { operation: operation.name, program, input: { ...ids, ...(body as object) } };
  }
  return null;
}
