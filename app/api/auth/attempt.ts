import type { NextRequest } from 'next/server';
import { AppError, isAppError } from '@/lib/core/errors';
import { type Refusal, type Result, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import { connectIdentity } from '@/lib/person/commands/identity';
import type { OpenedSignIn } from '@/lib/person/commands/start-sign-in';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { openSealed, sealText } from '@/lib/platform/seal';
import type { StrangerCall, StrangerCommand } from '@/lib/platform/stranger';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { strangerCallOf } from '../v1/asker';

/** Where to go after signing in, while somebody is at a provider. */
export const RETURN_COOKIE = 'rt_return';
/** That a person went to a provider to connect an account there with their own; kept until the provider answers. */
export const CONNECT_COOKIE = 'rt_connect';
const CONNECT = 'connect an account at a provider';

/** Which sign-in asked to connect, for the one journey to the provider that has this `state`: nobody can pass it on to another. */
export function sealConnection(accessId: string, state: string): string {
  return sealText(accessId, { purpose: CONNECT, of: state });
}

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

  /** Who leaves for the provider now in order to connect. */
  connector: Viewer | null = null;

  readonly call: StrangerCall;
  /** Whether the browser speaks https, by the proxy nearby or by the address that people type: cookies are then Secure. */
  readonly isSecure: boolean;

  /** Where a provider is to lead back to. */
  readonly returnsTo: string;

  /** Set when the browser is back from the provider, and went there to connect, not to sign in. `accessId` is null where the journey is another one. */
  readonly connection: { accessId: string | null } | null;

  constructor(request: NextRequest) {
    const sealed = request.method === 'GET' && request.cookies.get(CONNECT_COOKIE)?.value;
    const of = request.nextUrl.searchParams.get('state') ?? '';
    this.connection = sealed ? { accessId: openSealed(sealed, { purpose: CONNECT, of }) } : null;
    this.returnsTo = URL.parse(request.cookies.get(RETURN_COOKIE)?.value ?? '')?.pathname ?? '/';
    const protocol = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
    this.call = strangerCallOf(request);
    this.isSecure = protocol === 'https' || Boolean(env.APP_URL?.startsWith('https:'));
  }

  /** Runs the command that lets somebody in; throws for next-auth where it did not. */
  async open(command: StrangerCommand<OpenedSignIn>, input: unknown): Promise<{ id: string }> {
    this.opened = await this.run(command.name, () => command(input, this.call));
    this.secret = this.opened.secret;
    return { id: this.opened.signInId };
  }

  private async viewer(): Promise<Viewer | null> {
    const { signIn: secret, admitsSample = false } = this.call;
    return secret ? viewerBySignIn(secret, { admitsSample }) : null;
  }

  /** Throws signed_out: it takes a sign-in to connect anything with, and that of the person whose page asks for it. */
  async beginConnection(personId: string): Promise<void> {
    const viewer = await this.viewer();
    if (viewer?.personId !== personId) throw new AppError('signed_out', 'connecting');
    this.connector = viewer;
  }

  /** Connects within the sign-in that there is, if it is the one that asked; it goes on. */
  async connect(account: unknown): Promise<void> {
    this.secret = this.call.signIn ?? null;
    const viewer = await this.viewer();
    await this.run('person.connect_identity', async () =>
      viewer && viewer.accessId === this.connection?.accessId
        ? connectIdentity(viewer, account)
        : refuse('connect_lost'),
    );
  }

  private async run<Value>(command: string, ask: () => Promise<Result<Value>>): Promise<Value> {
    try {
      const result = await ask();
      if (result.ok) return result.value;
      this.refused = { command, refusals: result.refusals };
    } catch (error) {
      if (!isAppError(error) || error.code === 'internal') log.error({ err: error }, 'signing in failed');
      this.failed = isAppError(error) ? error : new AppError('internal');
    }
    throw new Error('refused');
  }
}
