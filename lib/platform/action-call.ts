import type { AsyncLocalStorage } from 'node:async_hooks';

type Call = { hasBegun: boolean };

/**
 * Says that the arguments of a server action were read and its own code runs: from here on a failure is ours. Before, it
 * is the caller's, and scripts/serve/readable-request.mjs answers 400.
 */
export function beginCall(): void {
  const calls = (globalThis as Record<symbol, unknown>)[Symbol.for('roundtable.action-call')] as
    | AsyncLocalStorage<Call>
    | undefined;
  const call = calls?.getStore();
  if (call) call.hasBegun = true;
}
