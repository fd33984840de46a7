import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

declare const shapes: unique symbol;

/**
 * One operation of the API as both sides know it: what the browser sends and what the server binds to a command or query.
 * A part `{pairId}` of the path is the key of the same name in the input; `{program}` is the program's short name in the
 * address. `In` and `Out` are types alone, so that no schema travels to the browser.
 */
export type Operation<In = unknown, Out = unknown> = {
  /** `noun.verb`: in the audit trail, in the document of the API, and where the words of a refusal are found. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  /** Makes something new: answers 201 instead of 200. */
  readonly creates: boolean;
  /** Takes a file: the input comes as `multipart/form-data`, each field under its name. */
  readonly takesFile?: true;
  /** The largest file that it takes, in bytes, where that is more than what others take. */
  readonly mostBytes?: number;
  readonly [shapes]?: { in: In; out: Out };
};

/** What a browser sends to an operation. */
export type InputOf<Op> = Op extends Operation<infer In, unknown> ? In : never;
/** What an operation answers. */
export type OutputOf<Op> = Op extends Operation<unknown, infer Out> ? Out : never;

/** The largest archive of a program, in bytes: decks and pictures are most of it. */
export const MOST_ARCHIVE_BYTES = 1024 * 1024 * 1024;

type Address = readonly [name: string, path: string, summary: string];

type More = { creates?: boolean; takesFile?: true; mostBytes?: number };

function declare(method: Method, { creates = false, ...more }: More = {}) {
  return <In extends z.ZodType, Out extends z.ZodType>(
    ...[name, path, summary]: Address
  ): Operation<z.input<In>, z.output<Out>> => ({ name, method, path, summary, creates, ...more });
}

/*
 * `post<typeof moveStageInput, typeof movedOutput>('pair.move_stage', '/programs/{program}/pairs/{pairId}/stage', 'Move …')`:
 * the types of its schemas, then name, path and one line about what it does.
 */
export const get = declare('GET');
export const post = declare('POST');
/** A POST that makes something new. */
export const create = declare('POST', { creates: true });
/** A POST that makes something new of a file. */
export const upload = declare('POST', { creates: true, takesFile: true });
const ARCHIVE = { takesFile: true, mostBytes: MOST_ARCHIVE_BYTES } as const;
/** The same of the archive of a whole program. */
export const uploadArchive = declare('POST', { ...ARCHIVE, creates: true });
/** A POST that asks something about one. */
export const askArchive = declare('POST', ARCHIVE);
export const patch = declare('PATCH');
export const put = declare('PUT');
/** A DELETE. */
export const del = declare('DELETE');
