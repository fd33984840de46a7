import { createHmac } from 'node:crypto';
import { Prisma } from '@/prisma/client/client';
import type { Tx } from './database';
import { keyOf as sealingKeyOf } from './seal';

/** What one key is for: the same key of another person, in another program or for another operation is another key. */
export type KeyOf = { personId: string; programId: string | null; operation: string; key: string };

/** Hours for which a key gives its answer again; forget_what_is_over() in the database sweeps by the same. */
const KEY_HOURS = 48;

/** Stands for what is of no program. */
const NO_PROGRAM = '00000000-0000-0000-0000-000000000000';

const columnsOf = ({ programId, ...key }: KeyOf) => ({ ...key, programId: programId ?? NO_PROGRAM });

const isOver = (createdAt: Date) => createdAt.getTime() < Date.now() - KEY_HOURS * 60 * 60 * 1000;

/** Whether the key has an answer already. */
export async function hasAnswer(tx: Tx, key: KeyOf): Promise<boolean> {
  const where = { personId_programId_operation_key: columnsOf(key) };
  const row = await tx.idempotencyKey.findUnique({ where, select: { createdAt: true } });
  return row !== null && !isOver(row.createdAt);
}

export type Claim = { taken: true } | { taken: false; sameInput: boolean; answer: unknown };

/**
 * Takes the key for this transaction, which holds it only if it commits; a second taker at the same time waits for the
 * first and gets its answer. The order of the keys of objects in `input` does not matter.
 */
export async function claimKey(tx: Tx, key: KeyOf, input: unknown): Promise<Claim> {
  const columns = columnsOf(key);
  const where = { personId_programId_operation_key: columns };
  await tx.idempotencyKey.deleteMany({
    where: { ...columns, createdAt: { lt: new Date(Date.now() - KEY_HOURS * 60 * 60 * 1000) } },
  });
  const requestHash = hashOf(input);
  const { count } = await tx.idempotencyKey.createMany({
    data: [{ ...columns, requestHash }],
    skipDuplicates: true,
  });
  if (count === 1) return { taken: true };
  const row = await tx.idempotencyKey.findUniqueOrThrow({ where });
  return { taken: false, sameInput: row.requestHash === requestHash, answer: row.answer };
}

export async function keepAnswer(tx: Tx, key: KeyOf, value: unknown): Promise<void> {
  const answer = value === undefined || value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue);
  await tx.idempotencyKey.update({
    where: { personId_programId_operation_key: columnsOf(key) },
    data: { answer },
    select: { key: true },
  });
}

/** An input may hold a password: with a key that is not in the database, a copy of it says nothing to whoever guesses. */
function hashOf(input: unknown): string {
  return createHmac('sha256', sealingKeyOf('idempotency key')).update(canonical(input)).digest('hex');
}

/** JSON in which equal values have equal texts. */
function canonical(value: unknown): string {
  const sorted = (_name: string, part: unknown): unknown =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? '';
}
