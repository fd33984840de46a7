import { asViewer, type Tx } from '@/lib/platform/database';
import { hashSecret } from '@/lib/platform/secret';
import { countFailure, lockedUntil, secondsToWait } from '../rules/lockout';

export type Attempt =
  /** Not heard: `wait` seconds are left of the lock. */
  | { heard: false; wait: number }
  /** Heard, and already counted as failed; if it fails, the next one waits `wait` seconds. */
  | { heard: true; wait: number };

/**
 * Counts an attempt as failed before the password is looked at, so that a hundred tries at once are no way around the
 * lock. An address that nobody has is counted and locked in the same way (T9).
 */
export async function countAttempt(tx: Tx, email: string, now: Date): Promise<Attempt> {
  const emailHash = hashSecret(email);
  await tx.$executeRaw`
    insert into sign_in_failure (email_hash, failures, last_at) values (${emailHash}, 0, ${now}) on conflict do nothing`;
  const [before] = await tx.$queryRaw<{ failures: number; lockedUntil: Date | null; lastAt: Date }[]>`
    select failures, locked_until as "lockedUntil", last_at as "lastAt" from sign_in_failure
    where email_hash = ${emailHash} for update`;
  const left = secondsToWait(before?.lockedUntil ?? null, now);
  if (!before || left > 0) return { heard: false, wait: left };
  const failures = countFailure(before, now);
  const until = lockedUntil(failures, now);
  await tx.signInFailure.update({
    where: { emailHash },
    data: { failures, lockedUntil: until, lastAt: now },
    select: { emailHash: true },
  });
  if (until) await recordLock(tx, email, failures, now);
  return { heard: true, wait: secondsToWait(until, now) };
}

/** The same in a transaction of its own, for a caller whose refusal takes its own one back: the count must stay. */
export function countAttemptApart(email: string, now: Date): Promise<Attempt> {
  return asViewer('nobody', (tx) => countAttempt(tx, email, now));
}

/** Admins see in the audit trail whose account somebody is guessing at; of an address nobody has, only that it was. */
async function recordLock(tx: Tx, email: string, failures: number, now: Date): Promise<void> {
  const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
  await tx.auditEntry.createMany({
    data: [
      {
        command: 'person.lock',
        subject: 'sign_in',
        detail: { failures, ...(person ? { personId: person.id } : {}) },
        at: now,
        means: 'web',
      },
    ],
  });
}

/** After a right password or a new one: the count starts over. Old counts of anybody are swept along. */
export async function forgiveFailures(tx: Tx, email: string, now: Date): Promise<void> {
  const emailHash = hashSecret(email);
  await tx.$executeRaw`
    delete from sign_in_failure where email_hash = ${emailHash} or email_hash in (
      select email_hash from sign_in_failure where last_at < ${now}::timestamptz - interval '1 day'
      limit 1000 for update skip locked)`;
}
