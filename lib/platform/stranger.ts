import type { z } from 'zod';
import type { Operation } from '@/lib/core/operation';
import type { Result } from '@/lib/core/result';
import { checkAnswer } from './answer';
import type { AuditEntry } from './audit-row';
import { changeAsViewer, type Tx } from './database';
import { parseInput } from './input';
import { requirePermits } from './limit';

/** What the request says of itself; what is left out is not known. */
export type StrangerCall = Partial<
  Pick<
    StrangerContext,
    'now' | 'userAgent' | 'admitsSample' | 'source' | 'browser' | 'signIn' | 'afterAnswer'
  >
>;

/** What a command of someone not signed in works with. `now` is the only clock it knows. */
export type StrangerContext = {
  now: Date;
  userAgent: string;
  /** Whether people of the sample exist for the request; without it they do not. */
  admitsSample: boolean;
  /** The network address it came from, as far as proxies tell, so that tries are counted by source. */
  source: string;
  /** The secret that a browser keeps from an earlier sign-in; null for a new one. */
  browser: string | null;
  /** The secret in the cookie of a sign-in, which may still wait for its second proof; null where there is none. */
  signIn: string | null;
  /** For what must not be told by how long the answer takes: runs once it is given. */
  afterAnswer: (task: () => Promise<void>) => void;
  /**
   * A transaction that sees no program's rows (`nobody`) or only invitations besides (`link`). One that ran into another is
   * made again whole (changeAsViewer): `fn` starts from nothing each time and does nothing that PostgreSQL cannot take back.
   */
  open: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes to the audit trail; `byId` is the person the stranger turned out to be. */
  record: (tx: Tx, entry: AuditEntry & { byId: string | null }) => Promise<void>;
};

type Definition<Schema extends z.ZodType, Value> = {
  input: Schema;
  as: 'nobody' | 'link';
  /** Authorizes by what the stranger brings (a password, a link). A refusal keeps what was written: failures count. */
  run: (context: StrangerContext, input: z.output<Schema>) => Promise<Result<Value>>;
};

export type StrangerCommand<Value> = {
  (input: unknown, call?: StrangerCall): Promise<Result<Value>>;
  kind: 'stranger';
  name: string;
};

/** Inputs of one source that no schema takes, whatever they are for; no limit of the command itself counts them. */
const REFUSED_INPUTS = { name: 'stranger.refused', most: 100, seconds: 60 * 60 } as const;

/**
 * A change made by someone who is not signed in, behind a provider of next-auth (app/api/auth): signing in, taking up an
 * invitation. Throws too_many for a source whose inputs are refused again and again.
 */
export function strangerCommand<Schema extends z.ZodType, Value>({
  name,
  ...definition
}: { name: string } & Definition<Schema, Value>): StrangerCommand<Value> {
  const command = async (input: unknown, call: StrangerCall = {}): Promise<Result<Value>> => {
    const context = contextOf({ name, as: definition.as }, call);
    const parsed = parseInput(definition.input, input);
    if (!parsed.ok) {
      await requirePermits([[REFUSED_INPUTS, context.source]], context.now);
      return parsed;
    }
    return definition.run(context, parsed.value);
  };
  Object.defineProperty(command, 'name', { value: name, writable: true });
  return Object.assign(command, { kind: 'stranger' as const });
}

type PublicDefinition<Schema extends z.ZodType, Value> = Definition<Schema, Value> & {
  /** What it answers when done, as JSON. Under test and in the journeys each answer is held against it (checkAnswer). */
  output: z.ZodType<Value>;
};

/** The same as an operation of /api/v1, for what is asked before there is a sign-in. */
export function publicCommand<Schema extends z.ZodType, Value>({
  operation,
  ...definition
}: { operation: Operation<z.input<Schema>> } & PublicDefinition<Schema, Value>): Operation &
  StrangerCommand<Value> &
  Pick<PublicDefinition<Schema, Value>, 'input' | 'output'> {
  const run: typeof definition.run = async (context, input) => {
    const result = await definition.run(context, input);
    if (result.ok) checkAnswer(operation.name, definition.output, result.value);
    return result;
  };
  const command = strangerCommand({ ...definition, name: operation.name, run });
  return Object.assign(command, definition, operation);
}

function contextOf(
  { name, as }: { name: string; as: 'nobody' | 'link' },
  call: StrangerCall,
): StrangerContext {
  const now = call.now ?? new Date();
  return {
    now,
    userAgent: call.userAgent ?? '',
    admitsSample: call.admitsSample ?? false,
    source: call.source ?? '',
    browser: call.browser ?? null,
    signIn: call.signIn ?? null,
    afterAnswer: call.afterAnswer ?? ((task) => void task()),
    open: (fn) => changeAsViewer(as, fn),
    record: async (tx, { byId, subject, subjectId, detail }) => {
      await tx.auditEntry.createMany({
        data: [
          {
            command: name,
            subject,
            subjectId: subjectId ?? null,
            detail: detail ?? {},
            at: now,
            byId,
            means: 'web',
          },
        ],
      });
    },
  };
}
