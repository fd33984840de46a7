import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { checkAnswer } from './answer';
import { asIfOpen } from './closed';
import { asViewer, type Tx } from './database';
import { env } from './env';
import { parseInput } from './input';
import { type Limits, requirePermits, usesOf } from './limit';
import { inReadLane } from './read-lanes';

/** What reads, whatever becomes of it. */
type Reading<Actor, Schema extends z.ZodType, Value> = {
  input: Schema;
  /** Who may ask at all. What they see is narrowed by the scope in every `where` and by row-level security. */
  may: (actor: Actor) => boolean;
  run: (tx: Tx, actor: Actor, input: z.output<Schema>) => Promise<Value>;
  /** How often one person, and all together, may ask. Counted before it runs; throws too_many. */
  limits?: Limits;
  /** It goes over a whole program: few of these run at once (read-lanes.ts). */
  isWide?: true;
};

type Definition<Actor, Schema extends z.ZodType, Value> = Reading<Actor, Schema, Value> & {
  /** What it answers, as JSON. Under test and in the journeys each answer is held against it (checkAnswer). */
  output: z.ZodType<Value>;
};

/** A read in two steps: what the database knows, and what takes its time to make of it. */
type Question<Actor, Schema extends z.ZodType, Read, Value> = Omit<
  Definition<Actor, Schema, Value>,
  'run'
> & {
  read: Reading<Actor, Schema, Read>['run'];
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
  const query = toQuery(operation.name, answering(operation.name, definition));
  return Object.assign(query, definition, operation, { kind: 'query' as const, inside: 'program' as const });
}

/** A named read beyond one program: the viewer's programs, people of the installation, one's own account. */
export function viewerQuery<Schema extends z.ZodType, Value>({
  operation,
  ...definition
}: Declared<Schema> & Definition<Viewer, Schema, Value>): Query<'installation', Viewer, Schema, Value> {
  const query = toQuery(operation.name, answering(operation.name, definition));
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

function answering<Actor, Schema extends z.ZodType, Value>(
  name: string,
  { output, run, ...reading }: Definition<Actor, Schema, Value>,
): Reading<Actor, Schema, Value> {
  return { ...reading, run: async (...asked) => checkAnswer(name, output, await run(...asked)) };
}

function viewerOf(actor: ProgramScope | Viewer): Viewer {
  return 'programId' in actor ? actor.viewer : actor;
}

function toQuery<Actor extends ProgramScope | Viewer, Schema extends z.ZodType, Value>(
  name: string,
  reading: Reading<Actor, Schema, Value>,
): Runs<Actor, Schema, Value> {
  const parse = (actor: Actor, input: unknown): z.output<Schema> => {
    if (!reading.may(asIfOpen(actor))) throw new AppError('forbidden', name);
    const parsed = parseInput(reading.input, input);
    if (!parsed.ok) throw new InvalidInput(parsed.refusals);
    return parsed.value;
  };
  const within: Runs<Actor, Schema, Value>['within'] = async (tx, actor, input) =>
    reading.run(tx, actor, parse(actor, input));
  // Whoever may not ask takes nothing of what all share, and opens no transaction.
  const query = async (actor: Actor, input: z.input<Schema>) => {
    const parsed = parse(actor, input);
    const viewer = viewerOf(actor);
    await requirePermits(usesOf(reading.limits, viewer));
    return inReadLane(viewer.personId, reading.isWide === true, () =>
      asViewer(actor, (tx) => reading.run(tx, actor, parsed), { statementSeconds: env.QUERY_SECONDS }),
    );
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
