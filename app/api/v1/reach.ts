import { AppError } from '@/lib/core/errors';
import type { Viewer } from '@/lib/core/scope';
import type { Bound } from '@/lib/platform/bound';

type Place = Pick<Bound, 'method' | 'inside'>;

/**
 * What an API token may do of what its owner may: one that reads alone changes nothing, one for some programs does nothing of
 * the installation (other programs are not among the viewer's, and not found). Throws forbidden.
 */
export function requireReach(viewer: Pick<Viewer, 'limits'>, place: Place): void {
  const reason = whyOutOfReach(viewer, place);
  if (reason) throw new AppError('forbidden', reason);
}

/** The same as a question. */
export function reaches(viewer: Pick<Viewer, 'limits'>, place: Place): boolean {
  return whyOutOfReach(viewer, place) === null;
}

function whyOutOfReach({ limits }: Pick<Viewer, 'limits'>, { method, inside }: Place): string | null {
  if (limits?.readOnly && method !== 'GET') return 'the token reads alone';
  if (limits?.programsOnly && inside === 'installation') return 'the token is for some programs';
  return null;
}
