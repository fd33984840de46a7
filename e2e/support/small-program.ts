import { vi } from 'vitest';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { addInvestor, addStartup } from '@/lib/party/commands/parties';
import { startSignIn } from '@/lib/person/commands/start-sign-in';
import { actAs, actIn } from '@/lib/platform/acting';
import { asViewer, disconnect } from '@/lib/platform/database';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { createProgram } from '@/lib/program/commands/programs';
import type { SignInMethod } from '@/prisma/client/client';
import { createTestDatabase } from '@/scripts/database/test-database';

/** One program in Boston with two startups and two investors, and somebody of each role. */
export type SmallProgram = {
  admin: Viewer;
  slug: string;
  office: ProgramScope;
  manager: ProgramScope;
  /** Of the first startup, 가람바이오. */
  startup: ProgramScope;
  startupIds: [string, string];
  investorIds: [string, string];
  /** The database as its owner: sees past every wall. */
  ownerUrl: string;
  end(): Promise<void>;
};

/** The value of a result that went well; else the refusals, thrown. */
export function expectDone<T>(result: { ok: true; value: T } | { ok: false; refusals: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

async function person(email: string, isAdmin = false): Promise<string> {
  const row = await asViewer('machine', (tx) =>
    tx.person.create({ data: { email, name: email.split('@')[0] ?? '', isAdmin }, select: { id: true } }),
  );
  return row.id;
}

export function viewerOf(email: string): Promise<Viewer> {
  return asViewer('nobody', (tx) => actAs(tx, email, 'web'));
}

/** The secret of a browser after a first proof. */
export function secretBy(
  email: string,
  method: SignInMethod = 'password',
  now = new Date(),
): Promise<string> {
  return asViewer('nobody', async (tx) => {
    const { id } = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
    const opened = await startSignIn(tx, id, { userAgent: 'test', browser: null, now }, method);
    if (!opened) throw new Error(`the account of ${email} is closed`);
    return opened.secret;
  });
}

/** The same with a sign-in that stands, for what is made only while it does. */
export async function signedInAs(email: string): Promise<Viewer> {
  const viewer = await viewerBySignIn(await secretBy(email));
  if (!viewer) throw new Error(`${email} is not signed in`);
  return viewer;
}

/** A database, an admin and the program; end it in `afterAll`. */
export async function smallProgram(slug = 'boston-small'): Promise<SmallProgram> {
  const database = await createTestDatabase('empty');
  vi.stubEnv('DATABASE_APP_URL', database.appUrl);
  await person('admin@example.com', true);
  expectDone(
    await createProgram(await viewerOf('admin@example.com'), {
      slug,
      name: '보스턴',
      nameEn: 'Boston',
      venue: '보스턴',
      venueEn: 'Boston',
      homeZone: 'Asia/Seoul',
      venueZone: 'America/New_York',
    }),
  );
  const admin = await viewerOf('admin@example.com');
  const asAdmin = actIn(admin, slug);
  const add = async (name: string, nameEn: string) =>
    expectDone(await addStartup(asAdmin, { name, nameEn, sector: 'bio_health' })).startupId;
  const startupIds: [string, string] = [
    await add('가람바이오', 'Garam Bio'),
    await add('나래로보틱스', 'Narae Robotics'),
  ];
  const invest = async (name: string) =>
    expectDone(await addInvestor(asAdmin, { name, city: 'Boston' })).investorId;
  const investorIds: [string, string] = [await invest('Harbor Peak'), await invest('Quincy Ventures')];
  const join = async (email: string, role: 'officer' | 'manager' | 'startup', startupId: string | null) => {
    const personId = await person(email);
    await asViewer(asAdmin, (tx) =>
      tx.membership.create({ data: { programId: asAdmin.programId, personId, role, startupId } }),
    );
    return actIn(await viewerOf(email), slug);
  };
  const office = await join('officer@example.com', 'officer', null);
  const manager = await join('manager@example.com', 'manager', null);
  const startup = await join('garam@example.com', 'startup', startupIds[0]);
  const end = async () => {
    await disconnect();
    await database.drop();
    vi.unstubAllEnvs();
  };
  return { admin, slug, office, manager, startup, startupIds, investorIds, ownerUrl: database.ownerUrl, end };
}
