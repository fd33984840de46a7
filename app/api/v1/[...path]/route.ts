import { AppError, isAppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { Method, Operation } from '@/lib/core/operation';
import { type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import type { Bound, PublicBound } from '@/lib/platform/bound';
import type { Call } from '@/lib/platform/command';
import { log } from '@/lib/platform/log';
import { InvalidInput } from '@/lib/platform/query';
import { receiveUpload } from '@/lib/platform/upload';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { askerOf, isCrossSite, localeOf, strangerCallOf } from '../asker';
import { sendFile } from '../file';
import { inputOf } from '../input';
import { acceptsLines, inLines } from '../lines';
import { linkToNext } from '../link';
import { OPERATIONS, PUBLIC_OPERATIONS } from '../operations';
import { problemOf, problemOfError, problemOfRefusals } from '../problem';
import { requireReach } from '../reach';
import { matchOperation, methodsOf } from '../route-match';

const ALL_OPERATIONS = [...OPERATIONS, ...PUBLIC_OPERATIONS];

type Context = { params: Promise<{ path: string[] }> };

/**
 * In lines while it runs, for whoever accepts them and where it takes long; else whole. Every answer to somebody known says
 * how their limit of requests stands.
 */
async function answer(request: Request, context: Context): Promise<Response> {
  const rate: Record<string, string> = {};
  const response = await (acceptsLines(request)
    ? inLines((waiting) => answerTo(request, context, rate, waiting), request.signal)
    : answerTo(request, context, rate, {}));
  for (const [name, value] of Object.entries(rate)) response.headers.set(name, value);
  return response;
}

async function answerTo(
  request: Request,
  { params }: Context,
  rate: Record<string, string>,
  told: Told,
): Promise<Response> {
  let locale = localeOf(request, null);
  let name = '';
  try {
    const method = methodOf(request);
    const { path } = await params;
    const open = matchOperation(PUBLIC_OPERATIONS, method, path);
    name = open?.operation.name ?? '';
    if (open) return await performPublic(open.operation, request, open.params, locale);
    const { viewer, byCookie, headers } = await askerOf(request);
    Object.assign(rate, headers);
    if (!viewer) return problemOf('signed_out', locale, { 'WWW-Authenticate': 'Bearer realm="roundtable"' });
    locale = viewer.locale;
    const found = matchOperation(OPERATIONS, method, path);
    if (!found) return notAnswered(path, locale);
    if (byCookie && leavesTraces(found.operation) && isCrossSite(request))
      throw new AppError('forbidden', 'cross-site');
    requireReach(viewer, found.operation);
    name = found.operation.name;
    const key = keyOf(request, method);
    if (!key.ok) return problemOfRefusals(name, key.refusals, locale);
    const asked = { operation: found.operation, viewer, params: found.params, locale, told };
    if (asked.operation.takesFile) return await performOnFile(request, asked, key.value);
    const input = await inputOf(request, asked.params);
    if (!input.ok) return problemOfRefusals(name, input.refusals, locale);
    return await perform(request, asked, input.value, key.value);
  } catch (error) {
    if (error instanceof InvalidInput) return problemOfRefusals(name, error.refusals, locale);
    if (isAppError(error)) return problemOfError(error, locale);
    log.error({ err: error, operation: name }, 'request failed');
    return problemOf('internal', locale);
  }
}

type Told = Pick<Call, 'tell' | 'isHeard'>;
type Asked = {
  operation: Bound;
  viewer: Viewer;
  params: Record<string, string>;
  locale: Locale;
  told: Told;
};

/** Whoever may not do it sends no file: the body is not read before that is known. */
async function performOnFile(request: Request, asked: Asked, key: string | undefined): Promise<Response> {
  const { operation, viewer, params, locale } = asked;
  if (!mayAsk(operation, viewer, params)) throw new AppError('forbidden', operation.name);
  const received = await receiveUpload(request, operation.mostBytes);
  if (!received.ok) return problemOfRefusals(operation.name, received.refusals, locale);
  const { fields, forget } = received.value;
  try {
    const { program: _, ...inside } = params;
    return await perform(request, asked, { ...fields, ...inside }, key);
  } finally {
    await forget();
  }
}

function mayAsk(operation: Bound, viewer: Viewer, params: Record<string, string>): boolean {
  return operation.inside === 'program'
    ? operation.may(programScopeOrThrow(viewer, params.program ?? ''))
    : operation.may(viewer);
}

async function perform(
  request: Request,
  { operation, viewer, params, locale, told }: Asked,
  input: Record<string, unknown>,
  idempotencyKey: string | undefined,
): Promise<Response> {
  if (operation.kind === 'file')
    return sendFile(
      operation,
      programScopeOrThrow(viewer, params.program ?? ''),
      input,
      request.method === 'HEAD',
    );
  const call = { ...told, ...(idempotencyKey ? { idempotencyKey } : {}) };
  const headers = { 'Cache-Control': 'private, no-store' };
  const result: unknown =
    operation.inside === 'program'
      ? await operation(programScopeOrThrow(viewer, params.program ?? ''), input, call)
      : await operation(viewer, input, call);
  if (operation.kind === 'query')
    return Response.json(result, { headers: { ...headers, ...linkToNext(request, result) } });
  return answerOf(operation, result as Result<unknown>, locale);
}

/** A file leaves an entry in the audit trail, although it is read by GET. */
function leavesTraces({ kind, method }: Bound): boolean {
  return kind === 'file' || method !== 'GET';
}

/** For whoever is there: nothing of a sign-in is looked at, but what comes from another site is refused all the same. */
async function performPublic(
  operation: PublicBound,
  request: Request,
  params: Record<string, string>,
  locale: Locale,
): Promise<Response> {
  if (isCrossSite(request)) throw new AppError('forbidden', 'cross-site');
  const input = await inputOf(request, params);
  if (!input.ok) return problemOfRefusals(operation.name, input.refusals, locale);
  return answerOf(operation, await operation(input.value, strangerCallOf(request)), locale);
}

function answerOf({ name, creates }: Operation, result: Result<unknown>, locale: Locale): Response {
  if (!result.ok) return problemOfRefusals(name, result.refusals, locale);
  return Response.json(result.value ?? {}, {
    status: creates ? 201 : 200,
    headers: { 'Cache-Control': 'private, no-store' },
  });
}

/** What may be read may also be asked for its head alone; the server leaves the body out. */
function methodOf({ method }: Request): Method {
  return (method === 'HEAD' ? 'GET' : method) as Method;
}

/** What a path answers to. Says no more than the published document does, and so asks for no sign-in. */
async function options(request: Request, { params }: Context): Promise<Response> {
  const methods = methodsOf(ALL_OPERATIONS, (await params).path);
  if (methods.length === 0) return problemOf('not_found', localeOf(request, null));
  return new Response(null, { status: 204, headers: { Allow: allowed(methods) } });
}

function allowed(methods: readonly Method[]): string {
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

function notAnswered(path: readonly string[], locale: Locale): Response {
  const methods = methodsOf(ALL_OPERATIONS, path);
  if (methods.length === 0) return problemOf('not_found', locale);
  const refused = problemOf('not_found', locale);
  return new Response(refused.body, {
    status: 405,
    headers: { ...Object.fromEntries(refused.headers), Allow: allowed(methods) },
  });
}

function keyOf(request: Request, method: Method): Result<string | undefined> {
  const key = request.headers.get('idempotency-key');
  if (!key || method === 'GET') return { ok: true, value: undefined };
  return /^[\x21-\x7e]{8,200}$/.test(key)
    ? { ok: true, value: key }
    : refuse('invalid', { field: ['Idempotency-Key'] });
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as PATCH,
  answer as POST,
  answer as PUT,
  options as OPTIONS,
};
