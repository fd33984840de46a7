import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { ProgramScope } from '@/lib/core/scope';
import { fileShape } from '@/lib/core/shapes';
import { type AuditEntry, auditRow } from './audit-row';
import type { Context } from './command';
import { asViewer, type Tx } from './database';
import { env } from './env';
import { parseInput } from './input';
import { type Limits, requirePermits, usesOf } from './limit';
import { InvalidInput } from './query';
import { inReadLane } from './read-lanes';
import { type Spooled, spool } from './spool';

/** What a file holds and is called; `disposition` as the header of that name has it. */
export type FileContent = {
  type: string;
  disposition: string;
  chunks: AsyncIterable<string | Uint8Array>;
};
export type MadeFile = Spooled & Omit<FileContent, 'chunks'>;

/** Until a file of any size is made; each statement has its own limit besides. */
const MOST_MS = 10 * 60_000;

type Definition<Schema extends z.ZodType, Prepared> = {
  input: Schema;
  /** Media types that it may have. */
  types: readonly string[];
  may: (scope: ProgramScope) => boolean;
  limits?: Limits;
  /** What is read by queries, before the transaction opens. */
  prepare?: (scope: ProgramScope, input: z.output<Schema>) => Promise<Prepared>;
  /**
   * Everything it reads of `tx` is of one moment, however long that takes. Whoever takes rows out of the program leaves an
   * audit entry: `record` has to be called, as in a command.
   */
  make: (
    tx: Tx,
    context: Context<ProgramScope>,
    input: z.output<Schema>,
    prepared: Prepared,
  ) => Promise<FileContent>;
};

export type ProgramFile<Schema extends z.ZodType> = Operation &
  Pick<Definition<Schema, unknown>, 'input' | 'types' | 'may'> & {
    kind: 'file';
    inside: 'program';
    output: typeof fileShape;
    /** Throws AppError: forbidden, invalid, not_found, too_many. */
    (scope: ProgramScope, input: z.input<Schema>): Promise<MadeFile>;
  };

/**
 * A file of one program's rows. It is read by GET and changes nothing but the audit trail: the entry stands in the transaction
 * that reads the rows, so that there is no file without an entry.
 */
export function programFile<Schema extends z.ZodType, Prepared = undefined>({
  operation,
  ...definition
}: { operation: Operation<z.input<Schema>> } & Definition<Schema, Prepared>): ProgramFile<Schema> {
  const { name } = operation;
  const file = async (scope: ProgramScope, input: z.input<Schema>): Promise<MadeFile> => {
    if (!definition.may(scope)) throw new AppError('forbidden', name);
    const parsed = parseInput(definition.input, input);
    if (!parsed.ok) throw new InvalidInput(parsed.refusals);
    await requirePermits(usesOf(definition.limits, scope.viewer));
    const prepared = (await definition.prepare?.(scope, parsed.value)) as Prepared;
    return inReadLane(scope.viewer.personId, true, () =>
      asViewer(scope, (tx) => makeRecorded(tx, scope, parsed.value, prepared), {
        ...{ isSnapshot: true, timeoutMs: MOST_MS, statementSeconds: env.QUERY_SECONDS },
      }),
    );
  };

  const makeRecorded = async (tx: Tx, scope: ProgramScope, input: z.output<Schema>, prepared: Prepared) => {
    const now = new Date();
    const { viewer } = scope;
    const entries: AuditEntry[] = [];
    const record = (entry: AuditEntry) => entries.push(entry);
    const context = { scope, viewer, now, record, afterCommit: () => undefined, tell: () => undefined };
    const { chunks, ...head } = await definition.make(tx, context, input, prepared);
    const made = await spool(chunks);
    try {
      if (entries.length === 0) throw new AppError('internal', `${name} recorded nothing`);
      await tx.auditEntry.createMany({
        data: entries.map((entry) => auditRow(name, scope, viewer, now, entry)),
      });
      return { ...head, ...made };
    } catch (error) {
      await made.forget();
      throw error;
    }
  };

  Object.defineProperty(file, 'name', { writable: true });
  const { input, types, may } = definition;
  return Object.assign(file, { input, types, may }, operation, {
    ...{ output: fileShape, kind: 'file' as const, inside: 'program' as const },
  });
}
