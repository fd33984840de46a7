/** What PostgreSQL says when it ends a statement, has no connection left, or is itself going down or coming up. */
const OVERLOADED = /\b(57014|53300|57P0[1-3])\b|canceling statement due to statement timeout/;
/** Prisma's own: no connection in time (P2024, P2028), a transaction held too long (P2028), the server gone (P1001, P1017). */
const PRISMA_CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];

/** Whether a failure says that there was too much to do, or nobody to do it: asking again later may well succeed. */
export function isOverloaded(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  if (typeof code === 'string' && PRISMA_CODES.includes(code)) return true;
  return OVERLOADED.test(`${code ?? ''} ${JSON.stringify(meta ?? '')} ${error.message}`);
}

/**
 * Whether PostgreSQL took one of several changes back so that the others could go on (a deadlock, a serialization failure):
 * nothing of it is left, and the very same change may well succeed when it is made again.
 */
export function isContended(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  if (code === 'P2034') return true;
  return /\b(40P01|40001)\b|deadlock detected|could not serialize access/.test(
    `${code ?? ''} ${JSON.stringify(meta ?? '')} ${error.message}`,
  );
}

/** The name of the constraint behind a refused write, whichever layer reports it. */
export function constraintOf(error: unknown): string | null {
  const text =
    error instanceof Error
      ? `${error.message} ${JSON.stringify((error as { meta?: unknown }).meta ?? '')}`
      : '';
  return /constraint:? \\?["`'“]([a-z_0-9]+)/i.exec(text)?.[1] ?? null;
}
