import type { NextRequest } from 'next/server';
import { AppError, isAppError } from '@/lib/core/errors';
import type { Refusal } from '@/lib/core/result';
import type { OpenedSignIn } from '@/lib/person/commands/start-sign-in';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import type { StrangerCall, StrangerCommand } from '@/lib/platform/stranger';
import { strangerCallOf } from '../v1/asker';

/** Where to go after signing in, while somebody is at a provider. */
export const RETURN_COOKIE = 'rt_return';
/** From here a person connects an account at a provider with their own. */
export const ACCOUNT_PAGE = '/account';

/**
 * One request to next-auth, and what came of it. next-auth puts whatever a provider throws into an address; why somebody was
 * not let in is therefore kept here, and told by the route in the reader's words.
 */
export class Attempt {
  /** What stands in the cookie from now on. */
  secret: string | null = null;
  opened: OpenedSignIn | null = null;
  refused: { command: string; refusals: readonly Refusal[] } | null = null;
  failed: AppError | null = null;

  readonly call: StrangerCall;
  /** Whether the browser speaks https, by the proxy nearby or by the address that people type: cookies are then Secure. */
  readonly isSecure: boolean;

  /** Where a provider is to lead back to. */
  readonly returnsTo: string;

  constructor(request: NextRequest) {
    this.returnsTo = URL.parse(request.cookies.get(RETURN_COOKIE)?.value ?? '')?.pathname ?? '/';
    const protocol = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
    this.call = strangerCallOf(request);
    this.isSecure = protocol === 'https' || Boolean(env.APP_URL?.startsWith('https:'));
  }

  /** Runs the command that lets somebody in; throws for next-auth where it did not. */
  async open(command: StrangerCommand<OpenedSignIn>, input: unknown): Promise<{ id: string }> {
    this.opened = await this.run(command, input);
    this.secret = this.opened.secret;
    return { id: this.opened.signInId };
  }

  /** The same for what is done within the sign-in that there is. */
  async goOn(command: StrangerCommand<{ secret: string }>, input: unknown): Promise<void> {
    this.secret = (await this.run(command, input)).secret;
  }

  private async run<Value>(command: StrangerCommand<Value>, input: unknown): Promise<Value> {
    try {
      const result = await command(input, this.call);
      if (result.ok) return result.value;
      this.refused = { command: command.name, refusals: result.refusals };
    } catch (error) {
      if (!isAppError(error) || error.code === 'internal') log.error({ err: error }, 'signing in failed');
      this.failed = isAppError(error) ? error : new AppError('internal');
    }
    throw new Error('refused');
  }
}
