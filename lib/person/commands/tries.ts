import { isAppError } from '@/lib/core/errors';
import type { Tx } from '@/lib/platform/database';
import { ALL, requirePermits, returnPermits, type Use } from '@/lib/platform/limit';
import { LOCK_ENTRY, TRIES } from '../rules/lockout';

/** Who tries: `browser` is the hash of a secret that a browser keeps from a sign-in of this very person, else null. */
export type Trier = { email: string; source: string; browser: string | null };

export function usesOfTry({ email, source, browser }: Trier): Use[] {
  if (browser) return [[TRIES.ofBrowser, `${browser} ${email}`]];
  return [
    [TRIES.ofSourceAtAddress, `${source} ${email}`],
    [TRIES.ofSource, source],
    [TRIES.atAddress, email],
    [TRIES.ofAll, ALL],
  ];
}

/**
 * Counts a try before the password is looked at, so that a hundred at once are no way around. Gives the seconds to wait when
 * it is not heard, else 0. An address that nobody has is counted in the same way (T9).
 */
export async function takeTry(uses: readonly Use[], now?: Date): Promise<number> {
  try {
    await requirePermits(uses, now);
    return 0;
  } catch (error) {
    if (isAppError(error) && error.code === 'too_many') return error.retryAfter ?? 1;
    throw error;
  }
}

/** The password was right: the try does not count. */
export function forgiveTry(uses: readonly Use[], now?: Date): Promise<void> {
  return returnPermits(uses, now);
}

/** Whether this refusal is the first of its period: only that one is written down. Taken for unknown addresses as well. */
export async function isNewLock(email: string, now?: Date): Promise<boolean> {
  return (await takeTry([[LOCK_ENTRY, email]], now)) === 0;
}

/** Admins see in the audit trail whose account somebody is guessing at. Nothing is kept of an address that nobody has. */
export async function recordLock(tx: Tx, email: string, now: Date): Promise<void> {
  const person = await tx.person.findUnique({ where: { email, archivedAt: null }, select: { id: true } });
  if (!person) return;
  const detail = { personId: person.id };
  await tx.auditEntry.createMany({
    data: [{ command: 'person.lock', subject: 'sign_in', detail, at: now, means: 'web' }],
  });
}
