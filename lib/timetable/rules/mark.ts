import type { Planned } from './facts';

/** A whole number below 2^31 that tells one plan from another, whatever the order of its meetings (FNV-1a). */
export function markOf(plan: readonly Planned[]): number {
  const text = plan
    .map(({ pairId, slotId, tableId }) => `${pairId} ${slotId} ${tableId ?? ''}`)
    .sort()
    .join('\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) & 0x7fffffff;
}
