import pLimit, { type LimitFunction } from 'p-limit';
import { AppError } from '@/lib/core/errors';

type Width = { atOnce: number; waiting: number; retryAfter: number };

/** `inside`: who runs or waits; a lane that nobody is in is forgotten. */
type Lane = { turns: LimitFunction; inside: number };

const kept = globalThis as unknown as { roundtableLanes?: Map<string, Lane> };

/**
 * A lane for work that keeps a processor or a connection busy: in this process `atOnce` of it run, as many as `waiting` wait
 * their turn, and the next one is refused at once as too_many, so that others are served meanwhile. Processors and
 * connections are this process's own: what all copies together may do is a limit (limit.ts).
 */
export function lane(name: string, { atOnce, waiting, retryAfter }: Width) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    kept.roundtableLanes ??= new Map();
    const own = kept.roundtableLanes.get(name) ?? { turns: pLimit(atOnce), inside: 0 };
    if (own.turns.pendingCount >= waiting)
      throw new AppError('too_many', `the lane ${name} is full`, { retryAfter });
    kept.roundtableLanes.set(name, own);
    own.inside += 1;
    try {
      return await own.turns(work);
    } finally {
      own.inside -= 1;
      if (own.inside === 0) kept.roundtableLanes.delete(name);
    }
  };
}
