import 'server-only';
import { revalidatePath } from 'next/cache';
import { isAppError } from '@/lib/core/errors';
import type { FieldError, Result } from '@/lib/core/result';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { beginCall } from './action-call';
import { explainRefusals, explainWait } from './explain';
import { currentViewer } from './gate';
import { requestLocale } from './locale';
import { log } from './log';
import { programScope } from './viewer';

/** What a form gets back. `failed` names a coded error (signed_out, forbidden, not_found ...); the input stays in the form. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; errors: FieldError[]; current?: unknown; failed?: undefined }
  | { ok: false; errors: []; failed: string; current?: undefined };

type Runs<Actor, T> = {
  (actor: Actor, input: unknown, call?: { idempotencyKey?: string }): Promise<Result<T>>;
  name: string;
};

/**
 * Runs a program's command for the signed-in viewer: `slug` comes from the address and is checked, never trusted. The
 * same `key` again gives the same answer and changes nothing again.
 */
export async function runInProgram<T>(
  command: Runs<ProgramScope, T>,
  slug: string,
  input: unknown,
  key?: string,
): Promise<ActionResult<T>> {
  return run(command, input, key, (viewer) => programScope(viewer, typeof slug === 'string' ? slug : ''));
}

/** Runs a command of the installation or of the viewer's own account. */
export async function runAsViewer<T>(
  command: Runs<Viewer, T>,
  input: unknown,
  key?: string,
): Promise<ActionResult<T>> {
  return run(command, input, key, (viewer) => viewer);
}

async function run<Actor, T>(
  command: Runs<Actor, T>,
  input: unknown,
  key: unknown,
  askingOf: (viewer: Viewer) => Actor | null,
): Promise<ActionResult<T>> {
  beginCall();
  const viewer = await currentViewer();
  if (!viewer) return { ok: false, errors: [], failed: 'signed_out' };
  const actor = askingOf(viewer);
  if (!actor) return { ok: false, errors: [], failed: 'not_found' };
  try {
    const result = await command(actor, input, callOf(key));
    if (result.ok) {
      revalidatePath('/', 'layout');
      return { ok: true, value: result.value };
    }
    const current = result.refusals.find((refusal) => refusal.current !== undefined)?.current;
    const errors = explainRefusals(command.name, result.refusals, await requestLocale());
    return { ok: false, errors, ...(current === undefined ? {} : { current }) };
  } catch (error) {
    if (isAppError(error)) {
      const wait = explainWait(error, await requestLocale());
      return wait ? { ok: false, errors: [wait] } : { ok: false, errors: [], failed: error.code };
    }
    log.error({ err: error, command: command.name }, 'command failed');
    return { ok: false, errors: [], failed: 'internal' };
  }
}

/** A server action is called with whatever a browser sends: a key that is none is left out, as if it were not given. */
function callOf(key: unknown): { idempotencyKey?: string } {
  return typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key) ? { idempotencyKey: key } : {};
}
