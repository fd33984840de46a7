import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { StepProgress } from '@/lib/core/progress';
import { done, type Refusal, type Result, refuse } from '@/lib/core/result';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { checkAnswer } from './answer';
import { type AuditEntry, auditRow, MANY_ENTRIES, writeEntries } from './audit-row';
import { asIfOpen, CLOSED, isClosedProgram } from './closed';
import { asViewer, changeAsViewer, type Tx } from './database';
import { constraintOf } from './database-errors';
import { claimKey, hasAnswer, type KeyOf, keepAnswer } from './idempotency';
import { parseInput } from './input';
import { type Limits, requirePermits, usesOf } from './limit';

/*
 * The order of locks, for every command: a row further down is never held while one further up is asked for.
 *
 *   key -> the startup, investor, table or program that is changed -> stage of a timetable (lockStage) -> timetable -> its run
 *   -> pair (several by id) -> meeting (several by id) -> agendas (lockAgendas, by id)
 *
 * A booking, and every other change that leaves a meeting ahead, shares the rows of its startup, investor and table with
 * others, wherever it stands; whoever archives one of them holds that row alone and asks for nothing further.
 *
 * A change that runs into another all the same is taken back whole by PostgreSQL and made again (changeAsViewer).
 */

/** What a command works with besides its input. `now` is the only clock it knows. */
export type Context<Actor> = {
  scope: Actor;
  viewer: Viewer;
  now: Date;
  /** Writes to the audit trail at the end of the same transaction. */
  record: (entry: AuditEntry) => void;
  /** For what cannot be rolled back, such as a mail: runs once the change is committed, before the answer is given. */
  afterCommit: (task: () => Promise<void>) => void;
  /** Says how far a long change is to whoever waits for it. What it says is not in effect before the commit. */
  tell: (progress: StepProgress) => void;
};

export type Call = {
  now?: Date;
  /** Given by the client: the same key for the same operation gives the same answer and changes nothing again. */
  idempotencyKey?: string;
  /** Of `within`: takes what is to happen after the commit of the transaction it runs in. Where it is not given, that is dropped. */
  afterCommit?: (task: () => Promise<void>) => void;
  /** Hears how far the change is, where it takes long enough to say so. */
  tell?: (progress: StepProgress) => void;
  /** Whether somebody still waits for the answer. */
  isHeard?: () => boolean;
};

/** A refusal by a database constraint, by its name, to be told in words by the command that ran into it. */
export type Clash = { constraint: string };

type Definition<Actor, Schema extends z.ZodType, Value, Prepared> = {
  input: Schema;
  /** What it answers when done, as JSON. Under test and in the journeys each new answer is held against it (checkAnswer). */
  output: z.ZodType<Value>;
  /** The policy, asked before anything is read. Per-record rights come from the scope of the lookup. */
  may: (actor: Actor) => boolean;
  run: (
    tx: Tx,
    context: Context<Actor>,
    input: z.output<Schema>,
    prepared: Prepared,
  ) => Promise<Result<Value>>;
  /**
   * What takes its time, such as a password's hash or the solver's answer: before the transaction opens and outside any, so
   * that no connection waits for it. `run` checks anew what may have changed since. A repeat of the same key is not prepared.
   */
  prepare?: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Result<Prepared>>;
  /** It is taken back where whoever waits for it goes away before it is made: asked each time it tells how far it is. */
  endsUnheard?: true;
  /** How long it may take in all, and each of its statements, where that is longer than usual. */
  patience?: { seconds: number };
  /** It goes on in a closed program: it says who may read it, notes that somebody did, or puts it away. */
  whenClosed?: true;
  /** How often one person, and all together, may run it. Counted before it runs, whatever comes of it; throws too_many. */
  limits?: Limits;
  /**
   * The answer is a secret or somebody's contact data: it is not kept for a repeat of the same key, which changes nothing
   * and is refused as `answered_once`.
   */
  answersOnce?: true;
  /** Says in words what a constraint refused; in a transaction of its own, the first one being lost. */
  explain?: (tx: Tx, clash: Clash, input: z.output<Schema>, actor: Actor) => Promise<Refusal[] | null>;
};

/** How the API knows it: its address is declared in the noun's operations, where the browser sees it too. */
type Declared<Schema extends z.ZodType> = { operation: Operation<z.input<Schema>> };

type Runs<Actor, Value> = {
  /** Authorizes, parses, opens the transaction, runs, records. Input is unknown on purpose: it is parsed here. */
  (actor: Actor, input: unknown, call?: Call): Promise<Result<Value>>;
  /**
   * Authorizes, parses, runs and records inside a transaction that is already open for the same person: bulk changes, the
   * sample, imports. It counts no limits and looks at no key; what a constraint refuses is thrown. Not for a command that
   * prepares.
   */
  within: (tx: Tx, actor: Actor, input: unknown, call?: Call) => Promise<Result<Value>>;
};

export type Command<Inside, Actor, Schema extends z.ZodType, Value, Prepared = unknown> = Operation &
  Definition<Actor, Schema, Value, Prepared> &
  Runs<Actor, Value> & { kind: 'command'; inside: Inside };

/** A change of one program's rows. */
export function programCommand<Schema extends z.ZodType, Value, Prepared = undefined>({
  operation,
  ...definition
}: Declared<Schema> & Definition<ProgramScope, Schema, Value, Prepared>): Command<
  'program',
  ProgramScope,
  Schema,
  Value,
  Prepared
> {
  const command = toCommand(operation.name, definition, (scope) => scope.viewer);
  return Object.assign(command, definition, operation, {
    kind: 'command' as const,
    inside: 'program' as const,
  });
}

/** A change of the installation: programs, people, one's own account. */
export function viewerCommand<Schema extends z.ZodType, Value, Prepared = undefined>({
  operation,
  ...definition
}: Declared<Schema> & Definition<Viewer, Schema, Value, Prepared>): Command<
  'installation',
  Viewer,
  Schema,
  Value,
  Prepared
> {
  const command = toCommand(operation.name, definition, (viewer) => viewer);
  return Object.assign(command, definition, operation, {
    kind: 'command' as const,
    inside: 'installation' as const,
  });
}

/** A change that the server makes by itself, in the name of whoever set it going: no request can ask for it. */
export function programTask<Schema extends z.ZodType, Value, Prepared = undefined>({
  name,
  ...definition
}: { name: string } & Definition<ProgramScope, Schema, Value, Prepared>): Runs<ProgramScope, Value> {
  return toCommand(name, definition, (scope) => scope.viewer);
}

/** The same for what a viewer does to their own account by another way than an operation: connecting a provider's account. */
export function viewerTask<Schema extends z.ZodType, Value, Prepared = undefined>({
  name,
  ...definition
}: { name: string } & Definition<Viewer, Schema, Value, Prepared>): Runs<Viewer, Value> {
  return toCommand(name, definition, (viewer) => viewer);
}

const ignore = () => undefined;

function whileHeard({ tell = ignore, isHeard = () => true }: Call): NonNullable<Call['tell']> {
  return (progress) => {
    if (!isHeard()) throw new AppError('unavailable', 'nobody waits for it any more');
    tell(progress);
  };
}

/** Rolls the transaction back and carries the refusal out of it. */
class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('refused');
    this.refusals = refusals;
  }
}

function toCommand<Actor extends ProgramScope | Viewer, Schema extends z.ZodType, Value, Prepared>(
  name: string,
  definition: Definition<Actor, Schema, Value, Prepared>,
  viewerOf: (actor: Actor) => Viewer,
): Runs<Actor, Value> {
  const parse = (actor: Actor, input: unknown): Result<z.output<Schema>> => {
    if (!definition.may(asIfOpen(actor))) throw new AppError('forbidden', name);
    if (isClosedProgram(actor) && !definition.whenClosed) return refuse(CLOSED);
    return parseInput(definition.input, input);
  };

  const runParsed = async (
    tx: Tx,
    actor: Actor,
    input: z.output<Schema>,
    call: Call,
    prepared: Prepared,
  ): Promise<Result<Value>> => {
    const now = call.now ?? new Date();
    const viewer = viewerOf(actor);
    const entries: AuditEntry[] = [];
    const result = await definition.run(
      tx,
      {
        ...{ scope: actor, viewer, now, record: (entry: AuditEntry) => entries.push(entry) },
        ...{
          afterCommit: call.afterCommit ?? ignore,
          tell: definition.endsUnheard ? whileHeard(call) : (call.tell ?? ignore),
        },
      },
      input,
      prepared,
    );
    if (!result.ok) return result;
    checkAnswer(name, definition.output, result.value);
    if (entries.length === 0) throw new AppError('internal', `${name} recorded nothing`);
    const rows = entries.map((entry) => auditRow(name, actor, viewer, now, entry));
    await (rows.length < MANY_ENTRIES ? tx.auditEntry.createMany({ data: rows }) : writeEntries(tx, rows));
    return result;
  };

  const within: Runs<Actor, Value>['within'] = async (tx, actor, input, call = {}) => {
    if (definition.prepare) throw new AppError('internal', `${name} prepares outside a transaction`);
    const parsed = parse(actor, input);
    return parsed.ok ? runParsed(tx, actor, parsed.value, call, undefined as Prepared) : parsed;
  };

  const keyOf = (actor: Actor, { idempotencyKey: key }: Call): KeyOf | null => {
    const programId = 'programId' in actor ? actor.programId : null;
    return key ? { personId: viewerOf(actor).personId, programId, operation: name, key } : null;
  };

  /** Nothing where the command prepares nothing, or where the same key was answered before: `run` is then not reached. */
  const prepare = async (actor: Actor, input: z.output<Schema>, call: Call): Promise<Result<Prepared>> => {
    const key = keyOf(actor, call);
    if (!definition.prepare || (key && (await asViewer(actor, (tx) => hasAnswer(tx, key)))))
      return done(undefined as Prepared);
    return definition.prepare(actor, input, call.now ?? new Date());
  };

  const command = async (actor: Actor, input: unknown, call: Call = {}): Promise<Result<Value>> => {
    const parsed = parse(actor, input);
    if (!parsed.ok) return parsed;
    await requirePermits(usesOf(definition.limits, viewerOf(actor)), call.now);
    const prepared = await prepare(actor, parsed.value, call);
    if (!prepared.ok) return prepared;
    let tasks: (() => Promise<void>)[] = [];
    const key = keyOf(actor, call);
    try {
      const result = await changeAsViewer(
        actor,
        async (tx) => {
          tasks = [];
          const claim = key && (await claimKey(tx, key, input));
          if (claim && !claim.taken) {
            if (!claim.sameInput) throw new Refused([{ reason: 'key_reused' }]);
            if (definition.answersOnce) throw new Refused([{ reason: 'answered_once' }]);
            return done(claim.answer as Value);
          }
          const callback = { ...call, afterCommit: (task: () => Promise<void>) => tasks.push(task) };
          const result = await runParsed(tx, actor, parsed.value, callback, prepared.value);
          if (!result.ok) throw new Refused(result.refusals);
          if (key) await keepAnswer(tx, key, definition.answersOnce ? null : result.value);
          return result;
        },
        spanOf(definition.patience),
      );
      for (const task of tasks) await task();
      return result;
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusals: error.refusals };
      const constraint = constraintOf(error);
      // Closed since the asker came in.
      if (constraint === CLOSED) return refuse(CLOSED);
      if (!constraint || !definition.explain) throw error;
      const { explain } = definition;
      const refusals = await asViewer(actor, (tx) => explain(tx, { constraint }, parsed.value, actor));
      if (!refusals) throw error;
      return { ok: false, refusals };
    }
  };
  Object.defineProperty(command, 'name', { writable: true });
  return Object.assign(command, { within });
}

function spanOf(patience: { seconds: number } | undefined) {
  return patience ? { timeoutMs: patience.seconds * 1000, statementSeconds: patience.seconds } : {};
}
