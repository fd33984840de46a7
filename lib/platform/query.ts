import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { checkAnswer } from './answer';
import { asViewer, type Tx } from './database';
import { env } from './env';
import { parseInput } from './input';
import { type Limits, requirePermits, usesOf } from './limit';
import { inReadLane } from './read-lanes';

type Definition<Actor, Schema extends z.ZodType, Value> = {
  input: Schema;
  /** What it answers, as JSON. Held against each answer in every test (checkAnswer). */
  output?: z.ZodType<Value>;
  /** Who may ask at all. What they see is narrowed by the scope in every `where` and by row-level security. */
  may: (actor: Actor) => boolean;
  run: (tx: Tx, actor: Actor, input: z.output<Schema>) => Promise<Value>;
  /** How often one person, and all together, may ask. Counted before it runs; throws too_many. */
  limits?: Limits;
  /** It goes over a whole program: few of these run at once (read-lanes.ts). */
  isWide?: true;
};

/** A read in two steps: what the database knows, and what takes its time to make of it. */
type Question<Actor, Schema extends z.ZodType, Read, Value> = Omit<
  Definition<Actor, Schema, Read>,
  'run' | 'output'
> & {
  output?: z.ZodType<Value>;
  read: (tx: Tx, actor: Actor, input: z.output<Schema>) => Promise<Read>;
  /** Runs once the transaction is closed, so that no connection waits for it. */
  reckon: (read: Read, actor: Actor, input: z.output<Schema>) => Promise<Value>;
};

/** How the API knows it: its address is declared in the noun's operations, where the browser sees it too. */
type Declared<Schema extends z.ZodType> = { operation: Operation<z.input<Schema>> };

type Runs<Actor, Schema extends z.ZodType, Value> = {
  /** Throws AppError: forbidden, invalid (input of a wrong shape), not_found, too_many. */
  (actor: Actor, input: z.input<Schema>): Promise<Value>;
  within: (tx: Tx, actor: Actor, input: z.input<Schema>) => Promise<Value>;
};

type Named<Inside, Actor, Schema extends z.ZodType, Value> = Operation &
  Pick<Definition<Actor, Schema, Value>, 'input' | 'output' | 'may'> & { kind: 'query'; inside: Inside };

export type Query<Inside, Actor, Schema extends z.ZodType, Value> = Named<Inside, Actor, Schema, Value> &
  Runs<Actor, Schema, Value>;

/** A query without its inside: it cannot run in somebody else's transaction. */
type Computed<Schema extends z.ZodType, Value> = Named<'program', ProgramScope, Schema, Value> &
  ((scope: ProgramScope, input: z.input<Schema>) => Promise<Value>);

/** A named read of one program's rows. */
export function programQuery<Schema extends z.ZodType, Value>({
  operation,
  ...definition
}: Declared<Schema> & Definition<ProgramScope, Schema, Value>): Query<
  'program',
  ProgramScope,
  Schema,
  Value
> {
  const query = toQuery(operation.name, definition);
  return Object.assign(query, definition, operation, { kind: 'query' as const, inside: 'program' as const });
}

/** A named read beyond one program: the viewer's programs, people of the installation, one's own account. */
export function viewerQuery<Schema extends z.ZodType, Value>({
  operation,
  ...definition
}: Declared<Schema> & Definition<Viewer, Schema, Value>): Query<'installation', Viewer, Schema, Value> {
  const query = toQuery(operation.name, definition);
  return Object.assign(query, definition, operation, {
    kind: 'query' as const,
    inside: 'installation' as const,
  });
}

/** A named read of one program that is followed by a computation. */
export function programQuestion<Schema extends z.ZodType, Read, Value>({
  operation,
  read,
  reckon,
  output,
  ...named
}: Declared<Schema> & Question<ProgramScope, Schema, Read, Value>): Computed<Schema, Value> {
  const asked = toQuery(operation.name, {
    ...named,
    run: async (tx, scope, input) => ({ input, read: await read(tx, scope, input) }),
  });
  const question = async (scope: ProgramScope, input: z.input<Schema>) => {
    const found = await asked(scope, input);
    return checkAnswer(operation.name, output, await reckon(found.read, scope, found.input));
  };
  Object.defineProperty(question, 'name', { writable: true });
  return Object.assign(question, named, operation, {
    ...{ output, kind: 'query' as const, inside: 'program' as const },
  });
}

function viewerOf(actor: ProgramScope | Viewer): Viewer {
  return 'programId' in actor ? actor.viewer : actor;
}

function toQuery<Actor extends ProgramScope | Viewer, Schema extends z.ZodType, Value>(
  name: string,
  definition: Definition<Actor, Schema, Value>,
): Runs<Actor, Schema, Value> {
  const parse = (actor: Actor, input: unknown): z.output<Schema> => {
    if (!definition.may(actor)) throw new AppError('forbidden', name);
    const parsed = parseInput(definition.input, input);
    if (!parsed.ok) throw new InvalidInput(parsed.refusals);
    return parsed.value;
  };
  const within: Runs<Actor, Schema, Value>['within'] = async (tx, actor, input) =>
    checkAnswer(name, definition.output, await definition.run(tx, actor, parse(actor, input)));
  // Whoever may not ask takes nothing of what all share, and opens no transaction.
  const query = async (actor: Actor, input: z.input<Schema>) => {
    const parsed = parse(actor, input);
    const viewer = viewerOf(actor);
    await requirePermits(usesOf(definition.limits, viewer));
    const answer = await inReadLane(viewer.personId, definition.isWide === true, () =>
      asViewer(actor, (tx) => definition.run(tx, actor, parsed), { statementSeconds: env.QUERY_SECONDS }),
    );
    return checkAnswer(name, definition.output, answer);
  };
  Object.defineProperty(query, 'name', { writable: true });
  return Object.assign(query, { within });
}

/** A read asked in a wrong shape; carries the refusals for the fields. */
export class InvalidInput extends AppError {
  readonly refusals;
  constructor(refusals: readonly import('@/lib/core/result').Refusal[]) {
    super('invalid', JSON.stringify(refusals));
    this.refusals = refusals;
  }
}
