import { AppError, isAppError } from '@/lib/core/errors';
import type { Refusal } from '@/lib/core/result';
import type { OpenedSignIn } from '@/lib/person/commands/start-sign-in';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import type { StrangerCall, StrangerCommand } from '@/lib/platform/stranger';
import { strangerCallOf } from '../v1/asker';

/**
 * One request to next-auth, and what came of it. next-auth puts whatever a provider throws into an address; why somebody was
 * not let in is therefore kept here, and told by the route in the reader's words.
 */
export class Attempt {
  opened: OpenedSignIn | null = null;
  refused: { command: string; refusals: readonly Refusal[] } | null = null;
  failed: AppError | null = null;

  readonly call: StrangerCall;
  /** Whether the browser speaks https, by the proxy nearby or by the address that people type: cookies are then Secure. */
  readonly isSecure: boolean;

  constructor(request: Request) {
    const protocol = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
    this.call = strangerCallOf(request);
    this.isSecure = protocol === 'https' || Boolean(env.APP_URL?.startsWith('https:'));
  }

  /** Runs the command that lets somebody in; throws for next-auth where it did not. */
  async open(command: StrangerCommand<OpenedSignIn>, input: unknown): Promise<{ id: string }> {
    try {
      const result = await command(input, this.call);
      if (result.ok) {
        this.opened = result.value;
        return { id: result.value.signInId };
      }
      this.refused = { command: command.name, refusals: result.refusals };
    } catch (error) {
      if (!isAppError(error) || error.code === 'internal') log.error({ err: error }, 'signing in failed');
      this.failed = isAppError(error) ? error : new AppError('internal');
    }
    throw new Error('refused');
  }
}
