import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { asViewer, type Tx } from './database';
import { env } from './env';
import { parseInput } from './input';
import { type Limits, requirePermits, usesOf } from './limit';
import { inReadLane } from './read-lanes';

type Definition<Asking, Schema extends z.ZodType, Value> = {
  name: string;
  input: Schema;
  /** Who may ask at all. What they see is narrowed by the scope in every `where` and by row-level security. */
  may: (asking: Asking) => boolean;
  run: (tx: Tx, asking: Asking, input: z.output<Schema>) => Promise<Value>;
  /** How often one person, and all together, may ask. Counted before it runs; throws too_many. */
  limits?: Limits;
  /** It goes over a whole program: few of these run at once (read-lanes.ts). */
  isWide?: true;
};

/** A read in two steps: what the database knows, and what takes its time to make of it. */
type Question<Asking, Schema extends z.ZodType, Read, Value> = Omit<
  Definition<Asking, Schema, Read>,
  'run'
> & {
  read: (tx: Tx, asking: Asking, input: z.output<Schema>) => Promise<Read>;
  /** Runs once the transaction is closed, so that no connection waits for it. */
  reckon: (read: Read, asking: Asking, input: z.output<Schema>) => Promise<Value>;
};

/** A query without its inside: it cannot run in somebody else's transaction. */
type Asked<Asking, Schema extends z.ZodType, Value> = Omit<Definition<Asking, Schema, Value>, 'run'> & {
  kind: 'query';
  (asking: Asking, input: z.input<Schema>): Promise<Value>;
};

export type Query<Asking, Schema extends z.ZodType, Value> = Definition<Asking, Schema, Value> & {
  kind: 'query';
  /** Throws AppError: forbidden, invalid (input of a wrong shape), not_found, too_many. */
  (asking: Asking, input: z.input<Schema>): Promise<Value>;
  within: (tx: Tx, asking: Asking, input: z.input<Schema>) => Promise<Value>;
};

/** A named read of one program's rows. */
export function programQuery<Schema extends z.ZodType, Value>(
  definition: Definition<ProgramScope, Schema, Value>,
): Query<ProgramScope, Schema, Value> {
  return toQuery(definition);
}

/** A named read beyond one program: the viewer's programs, people of the installation, one's own account. */
export function viewerQuery<Schema extends z.ZodType, Value>(
  definition: Definition<Viewer, Schema, Value>,
): Query<Viewer, Schema, Value> {
  return toQuery(definition);
}

/** A named read of one program that is followed by a computation. */
export function programQuestion<Schema extends z.ZodType, Read, Value>({
  read,
  reckon,
  ...named
}: Question<ProgramScope, Schema, Read, Value>): Asked<ProgramScope, Schema, Value> {
  const asked = toQuery({
    ...named,
    run: async (tx, scope, input) => ({ input, read: await read(tx, scope, input) }),
  });
  const question = async (scope: ProgramScope, input: z.input<Schema>) => {
    const found = await asked(scope, input);
    return reckon(found.read, scope, found.input);
  };
  Object.defineProperty(question, 'name', { writable: true });
  return Object.assign(question, named, { kind: 'query' as const });
}

function viewerOf(asking: ProgramScope | Viewer): Viewer {
  return 'programId' in asking ? asking.viewer : asking;
}

function toQuery<Asking extends ProgramScope | Viewer, Schema extends z.ZodType, Value>(
  definition: Definition<Asking, Schema, Value>,
): Query<Asking, Schema, Value> {
  const parse = (asking: Asking, input: unknown): z.output<Schema> => {
    if (!definition.may(asking)) throw new AppError('forbidden', definition.name);
    const parsed = parseInput(definition.input, input);
    if (!parsed.ok) throw new InvalidInput(parsed.refusals);
    return parsed.value;
  };
  const within: Query<Asking, Schema, Value>['within'] = async (tx, asking, input) =>
    definition.run(tx, asking, parse(asking, input));
  // Whoever may not ask takes nothing of what all share, and opens no transaction.
  const query = async (asking: Asking, input: z.input<Schema>) => {
    const parsed = parse(asking, input);
    const viewer = viewerOf(asking);
    await requirePermits(usesOf(definition.limits, viewer));
    return inReadLane(viewer.personId, definition.isWide === true, () =>
      asViewer(asking, (tx) => definition.run(tx, asking, parsed), { statementSeconds: env.QUERY_SECONDS }),
    );
  };
  Object.defineProperty(query, 'name', { writable: true });
  return Object.assign(query, definition, { kind: 'query' as const, within });
}

/** A read asked in a wrong shape; carries the refusals for the fields. */
export class InvalidInput extends AppError {
  readonly refusals;
  constructor(refusals: readonly import('@/lib/core/result').Refusal[]) {
    super('invalid', JSON.stringify(refusals));
    this.refusals = refusals;
  }
}
