import type { Viewer } from '@/lib/core/scope';

/** A person, or a script with a token that writes: its webhooks end with it. An assistant sets none up. */
export function canManageWebhooks({ means }: Viewer): boolean {
  return means !== 'assistant';
}
