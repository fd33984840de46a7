import { AppError } from '@/lib/core/errors';
import type { Viewer } from '@/lib/core/scope';
import type { Bound } from '@/lib/platform/bound';

type Place = Pick<Bound, 'method' | 'inside'>;

/**
 * What an API token may do of what its owner may: one that reads alone changes nothing, one for some programs does nothing of
 * the installation (other programs are not among the viewer's, and not found). Throws forbidden.
 */
export function requireReach({ limits }: Pick<Viewer, 'limits'>, { method, inside }: Place) {
  if (limits?.readOnly && method !== 'GET') throw new AppError('forbidden', 'the token reads alone');
  if (limits?.programsOnly && inside === 'installation') {
    throw new AppError('forbidden', 'the token is for some programs');
  }
}

/** The same as a question. */
export function reaches({ limits }: Pick<Viewer, 'limits'>, { method, inside }: Place): boolean {
  return !(limits?.readOnly && method !== 'GET') && !(limits?.programsOnly && inside === 'installation');
}
