import type { Viewer } from '@/lib/core/scope';

/** Whoever is signed in finds what they may read, and nothing else. */
export function canSearch(_viewer: Viewer): boolean {
  return true;
}
