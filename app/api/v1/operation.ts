import type { z } from 'zod';
import type { Result } from '@/lib/core/result';
import type { ProgramScope, Viewer } from '@/lib/core/scope';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

type Declared = { name: string; input: z.ZodType };
export type AnyCommand<Asking> = Declared & {
  kind: 'command';
  may: (asking: Asking) => boolean;
  (asking: Asking, input: unknown, call?: { idempotencyKey?: string }): Promise<Result<unknown>>;
};
export type AnyQuery<Asking> = Declared & {
  kind: 'query';
  may: (asking: Asking) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each query parses its own input; the list only hands it over.
  (asking: Asking, input: any): Promise<unknown>;
};

/**
 * One address of the API. `{program}` in the path puts the operation inside that program; other `{name}` parts become
 * `nameId` in its input, beside the query string (GET) or the JSON body. From these lists come routing, the OpenAPI
 * document and the permission matrix.
 */
export type Operation = {
  method: Method;
  path: string;
  summary: string;
  /** Answer of a POST that makes something new: 201 instead of 200. */
  creates?: boolean;
} & (
  | { inside: 'program'; run: AnyCommand<ProgramScope> | AnyQuery<ProgramScope> }
  | { inside: 'installation'; run: AnyCommand<Viewer> | AnyQuery<Viewer> }
);

type Said = Pick<Operation, 'method' | 'path' | 'summary'> & { creates?: boolean };

/** An operation inside one program. */
export function inProgram(run: AnyCommand<ProgramScope> | AnyQuery<ProgramScope>, said: Said): Operation {
  return { ...said, path: `/programs/{program}${said.path}`, inside: 'program', run };
}

/** An operation of the installation or of one's own account. */
export function inInstallation(run: AnyCommand<Viewer> | AnyQuery<Viewer>, said: Said): Operation {
  return { ...said, inside: 'installation', run };
}
