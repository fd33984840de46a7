import pLimit, { type LimitFunction } from 'p-limit';
import { AppError } from '@/lib/core/errors';

type Width = { atOnce: number; waiting: number; retryAfter: number };

const kept = globalThis as unknown as { roundtableLanes?: Map<string, LimitFunction> };

/**
 * A lane for work that keeps a processor busy: in this process `atOnce` of it run, as many as `waiting` wait their turn,
 * and the next one is refused at once as too_many, so that others are served meanwhile. A processor is this machine's:
 * what all copies together may do is a limit (limit.ts).
 */
export function lane(name: string, { atOnce, waiting, retryAfter }: Width) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    kept.roundtableLanes ??= new Map();
    const turns = kept.roundtableLanes.get(name) ?? pLimit(atOnce);
    kept.roundtableLanes.set(name, turns);
    if (turns.pendingCount >= waiting)
      throw new AppError('too_many', `the lane ${name} is full`, { retryAfter });
    return turns(work);
  };
}
