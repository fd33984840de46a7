import type { z } from 'zod';
import type { Operation } from '@/lib/core/operation';
import type { Result } from '@/lib/core/result';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import type { Call } from './command';
import type { MadeFile } from './file';
import type { StrangerCommand } from './stranger';

type Command<Actor> = {
  kind: 'command';
  (actor: Actor, input: unknown, call?: Pick<Call, 'idempotencyKey' | 'tell'>): Promise<Result<unknown>>;
};
type Query<Actor> = {
  kind: 'query';
  // biome-ignore lint/suspicious/noExplicitAny: each query parses its own input; the list only hands it over.
  (actor: Actor, input: any): Promise<unknown>;
};
type Runs<Inside, Actor, Run> = Operation & {
  inside: Inside;
  input: z.ZodType;
  output: z.ZodType;
  may: (actor: Actor) => boolean;
} & Run;

/** An operation that answers with a file of one program. */
export type BoundFile = Runs<
  'program',
  ProgramScope,
  {
    kind: 'file';
    types: readonly string[];
    // biome-ignore lint/suspicious/noExplicitAny: as that of a query.
    (actor: ProgramScope, input: any): Promise<MadeFile>;
  }
>;

/** An operation that asks for no sign-in, with its command. */
export type PublicBound = Operation & StrangerCommand<unknown> & { input: z.ZodType; output: z.ZodType };

/** An operation with the command or query that does it: what the API routes to, documents and is tested by. */
export type Bound =
  | Runs<'program', ProgramScope, Command<ProgramScope> | Query<ProgramScope>>
  | Runs<'installation', Viewer, Command<Viewer> | Query<Viewer>>
  | BoundFile;
