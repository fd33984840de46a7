import { createHmac } from 'node:crypto';
import { OWN_ROLE, type OwnRole, whyWallsFail } from '@/lib/platform/own-role';
import { Problem } from '@/scripts/problem';
import { withClient, withRole } from './connection';
import { APP_ROLE } from './embedded';
import { requireDatabase } from './outside';

/**
 * The address at which the application reaches an outside database that is migrated: the one given, or that of
 * roundtable_app with a password made from the owner's. The same at each start and on each machine, so nothing has to be
 * kept; it tells nothing of the owner's, which the application is not given. Throws a Problem.
 */
export async function applicationUrl(ownerUrl: string, given: string | undefined): Promise<string> {
  const url = given ?? (await ownApplicationUrl(ownerUrl));
  await requireDatabase('DATABASE_APP_URL', url);
  await requireWalled(url);
  return url;
}

async function ownApplicationUrl(ownerUrl: string): Promise<string> {
  const { password: ownerPassword } = new URL(ownerUrl);
  if (!ownerPassword) {
    throw new Problem(
      `DATABASE_URL has no password to make one for the application from; let ${APP_ROLE} log in and set DATABASE_APP_URL to it.`,
    );
  }
  const password = createHmac('sha256', ownerPassword).update(APP_ROLE).digest('base64url');
  const url = withRole(ownerUrl, APP_ROLE, password);
  const opens = await withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );
  if (!opens) await setPassword(ownerUrl, password);
  return url;
}

async function setPassword(ownerUrl: string, password: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`alter role ${APP_ROLE} login password ${client.escapeLiteral(password)}`),
  ).catch((error: Error & { code?: string }) => {
    if (error.code !== '42501') throw error;
    throw new Problem(
      `The user of DATABASE_URL may not let ${APP_ROLE} log in; let a superuser run: ALTER ROLE ${APP_ROLE} LOGIN PASSWORD '…'; and set DATABASE_APP_URL to it.`,
    );
  });
}

/** Throws one sentence where the walls between programs would not hold for this connection. */
export async function requireWalled(appUrl: string): Promise<void> {
  const { rows } = await withClient(appUrl, (client) => client.query<OwnRole>(OWN_ROLE.text));
  const why = rows[0] && whyWallsFail(rows[0]);
  if (why) throw new Problem(why);
}
