import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { done, type Refusal, type Result } from '@/lib/core/result';
import type { Means, ProgramScope, Viewer } from '@/lib/core/scope';
import type { Prisma } from '@/prisma/client/client';
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

/** What a change leaves behind in the audit trail; `detail` holds no secret and no contact data. */
export type Record = {
  subject: string;
  subjectId?: string;
  startupId?: string | null;
  pairId?: string | null;
  detail?: Prisma.InputJsonObject;
  /** Where it came in by other means than the viewer did. */
  means?: Means;
  /** Keeps who it was, and by what means, out of the trail: for what nobody is to learn. */
  unnamed?: boolean;
};

/** What a command works with besides its input. `now` is the only clock it knows. */
export type Deed<Asking> = {
  scope: Asking;
  viewer: Viewer;
  now: Date;
  /** Writes to the audit trail at the end of the same transaction. */
  record: (entry: Record) => void;
  /** For what cannot be rolled back, such as a mail: runs once the change is committed, before the answer is given. */
  afterCommit: (task: () => Promise<void>) => void;
};

export type Call = {
  now?: Date;
  /** Given by the client: the same key for the same operation gives the same answer and changes nothing again. */
  idempotencyKey?: string;
  /** Takes what is to happen after the commit, where `within` runs in somebody else's transaction; else it is left out. */
  afterCommit?: (task: () => Promise<void>) => void;
};

/** A refusal by a database constraint, by its name, to be told in words by the command that ran into it. */
export type Clash = { constraint: string };

type Definition<Asking, Schema extends z.ZodType, Value, Prepared> = {
  /** `noun.verb`, as it stands in the audit trail. */
  name: string;
  input: Schema;
  /** The policy, asked before anything is read. Per-record rights come from the scope of the lookup. */
  may: (asking: Asking) => boolean;
  run: (tx: Tx, deed: Deed<Asking>, input: z.output<Schema>, prepared: Prepared) => Promise<Result<Value>>;
  /**
   * What takes its time, such as a password's hash or the solver's answer: before the transaction opens and outside any, so
   * that no connection waits for it. `run` checks anew what may have changed since. A repeat of the same key is not prepared.
   */
  prepare?: (asking: Asking, input: z.output<Schema>, now: Date) => Promise<Result<Prepared>>;
  /** How often one person, and all together, may run it. Counted before it runs, whatever comes of it; throws too_many. */
  limits?: Limits;
  /**
   * The answer is a secret or somebody's contact data: it is not kept for a repeat of the same key, which changes nothing
   * and is refused as `answered_once`.
   */
  answersOnce?: true;
  /** Says in words what a constraint refused; in a transaction of its own, the first one being lost. */
  explain?: (tx: Tx, clash: Clash, input: z.output<Schema>, asking: Asking) => Promise<Refusal[] | null>;
};

export type Command<Asking, Schema extends z.ZodType, Value, Prepared = unknown> = Definition<
  Asking,
  Schema,
  Value,
  Prepared
> & {
  kind: 'command';
  /** Authorizes, parses, opens the transaction, runs, records. Input is unknown on purpose: it is parsed here. */
  (asking: Asking, input: unknown, call?: Call): Promise<Result<Value>>;
  /**
   * The same inside a transaction that is already open for the same asker: bulk changes, the sample, imports. Not for a
   * command that prepares.
   */
  within: (tx: Tx, asking: Asking, input: unknown, call?: Call) => Promise<Result<Value>>;
};

/** A change of one program's rows. */
export function programCommand<Schema extends z.ZodType, Value, Prepared = undefined>(
  definition: Definition<ProgramScope, Schema, Value, Prepared>,
): Command<ProgramScope, Schema, Value, Prepared> {
  return toCommand(definition, (scope) => scope.viewer);
}

/** A change of the installation: programs, people, one's own account. */
export function viewerCommand<Schema extends z.ZodType, Value, Prepared = undefined>(
  definition: Definition<Viewer, Schema, Value, Prepared>,
): Command<Viewer, Schema, Value, Prepared> {
  return toCommand(definition, (viewer) => viewer);
}

/** Rolls the transaction back and carries the refusal out of it. */
class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('refused');
    this.refusals = refusals;
  }
}

function toCommand<Asking extends ProgramScope | Viewer, Schema extends z.ZodType, Value, Prepared>(
  definition: Definition<Asking, Schema, Value, Prepared>,
  viewerOf: (asking: Asking) => Viewer,
): Command<Asking, Schema, Value, Prepared> {
  const parse = (asking: Asking, input: unknown): Result<z.output<Schema>> => {
    if (!definition.may(asking)) throw new AppError('forbidden', definition.name);
    return parseInput(definition.input, input);
  };

  const runParsed = async (
    tx: Tx,
    asking: Asking,
    input: z.output<Schema>,
    call: Call,
    prepared: Prepared,
  ): Promise<Result<Value>> => {
    const now = call.now ?? new Date();
    const viewer = viewerOf(asking);
    const entries: Record[] = [];
    const result = await definition.run(
      tx,
      {
        scope: asking,
        viewer,
        now,
        record: (e) => entries.push(e),
        afterCommit: call.afterCommit ?? (() => undefined),
      },
      input,
      prepared,
    );
    if (!result.ok) return result;
    if (entries.length === 0) throw new AppError('internal', `${definition.name} recorded nothing`);
    await tx.auditEntry.createMany({
      data: entries.map((e) => auditRow(definition.name, asking, viewer, now, e)),
    });
    return result;
  };

  const within: Command<Asking, Schema, Value, Prepared>['within'] = async (tx, asking, input, call = {}) => {
    if (definition.prepare)
      throw new AppError('internal', `${definition.name} prepares outside a transaction`);
    const parsed = parse(asking, input);
    return parsed.ok ? runParsed(tx, asking, parsed.value, call, undefined as Prepared) : parsed;
  };

  const keyOf = (asking: Asking, { idempotencyKey: key }: Call): KeyOf | null => {
    const programId = 'programId' in asking ? asking.programId : null;
    return key ? { personId: viewerOf(asking).personId, programId, operation: definition.name, key } : null;
  };

  /** Nothing to prepare, or done before under the same key: `run` is then not reached. */
  const prepare = async (asking: Asking, input: z.output<Schema>, call: Call): Promise<Result<Prepared>> => {
    const key = keyOf(asking, call);
    if (!definition.prepare || (key && (await asViewer(asking, (tx) => hasAnswer(tx, key)))))
      return done(undefined as Prepared);
    return definition.prepare(asking, input, call.now ?? new Date());
  };

  const command = async (asking: Asking, input: unknown, call: Call = {}): Promise<Result<Value>> => {
    const parsed = parse(asking, input);
    if (!parsed.ok) return parsed;
    await requirePermits(usesOf(definition.limits, viewerOf(asking)), call.now);
    const prepared = await prepare(asking, parsed.value, call);
    if (!prepared.ok) return prepared;
    let tasks: (() => Promise<void>)[] = [];
    const key = keyOf(asking, call);
    try {
      const result = await changeAsViewer(asking, async (tx) => {
        tasks = [];
        const claim = key && (await claimKey(tx, key, input));
        if (claim && !claim.taken) {
          if (!claim.sameInput) throw new Refused([{ reason: 'key_reused' }]);
          if (definition.answersOnce) throw new Refused([{ reason: 'answered_once' }]);
          return done(claim.answer as Value);
        }
        const callback = { ...call, afterCommit: (task: () => Promise<void>) => tasks.push(task) };
        const result = await runParsed(tx, asking, parsed.value, callback, prepared.value);
        if (!result.ok) throw new Refused(result.refusals);
        if (key) await keepAnswer(tx, key, definition.answersOnce ? null : result.value);
        return result;
      });
      for (const task of tasks) await task();
      return result;
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusals: error.refusals };
      const constraint = constraintOf(error);
      if (!constraint || !definition.explain) throw error;
      const { explain } = definition;
      const refusals = await asViewer(asking, (tx) => explain(tx, { constraint }, parsed.value, asking));
      if (!refusals) throw error;
      return { ok: false, refusals };
    }
  };
  Object.defineProperty(command, 'name', { writable: true });
  return Object.assign(command, definition, { kind: 'command' as const, within });
}

function auditRow(command: string, asking: ProgramScope | Viewer, viewer: Viewer, at: Date, entry: Record) {
  return {
    programId: 'programId' in asking ? asking.programId : null,
    startupId: entry.startupId ?? null,
    pairId: entry.pairId ?? null,
    command,
    subject: entry.subject,
    subjectId: entry.subjectId ?? null,
    detail: entry.detail ?? {},
    at,
    byId: entry.unnamed ? null : viewer.personId,
    means: entry.unnamed ? 'web' : (entry.means ?? viewer.means),
  };
}
