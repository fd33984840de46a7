import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectDone, type SmallProgram, secretBy, smallProgram } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { signInByLink } from '@/lib/invitation/commands/sign-in-link';
import { asViewer } from '@/lib/platform/database';
import { hashPassword } from '@/lib/platform/password';
import { hashSecret } from '@/lib/platform/secret';
import { viewerBySignIn } from '@/lib/platform/viewer';
import { codeAt } from '@/scripts/test/authenticator';
import { passkeyDevice } from '@/scripts/test/passkey-device';
import { SAMPLE_PEOPLE } from '../rules/sample-people';
import { signInByIdentity } from './identity';
import { openSample } from './open-sample';
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in';
import { addPasskey, beginPasskey } from './passkeys';
import { beginSecondFactor, confirmSecondFactor } from './second-factor';
import { signIn } from './sign-in';

/** Of the sample, so that one person comes in by all ways there are. */
const { email = '' } = SAMPLE_PEOPLE[0] ?? {};
const PASSWORD = '가을 하늘 아래 커피';
const LINK = 'a'.repeat(43);
const IDENTITY = { issuer: 'https://id.example', subject: 'somebody', email: null, emailVerified: false };
const here = { admitsSample: true };

let program: SmallProgram;
let office: Client;
let personId: string;
let device: ReturnType<typeof passkeyDevice>;

beforeAll(async () => {
  program = await smallProgram('meanwhile');
  office = new Client({ connectionString: program.ownerUrl });
  await office.connect();
  const passwordHash = await hashPassword(PASSWORD);
  personId = await asViewer('machine', async (tx) => {
    const data = { email, name: '담당', passwordHash };
    return (await tx.person.create({ data, select: { id: true } })).id;
  });
  await office.query(
    `insert into person_identity (id, person_id, issuer, subject) values (gen_random_uuid(), $1, $2, $3)`,
    [personId, IDENTITY.issuer, IDENTITY.subject],
  );
  device = passkeyDevice('localhost', 'http://localhost:3000', personId);
  const viewer = (await viewerBySignIn(await secretBy(email), here)) as Viewer;
  const { challenge } = expectDone(await beginPasskey(viewer, {}));
  expectDone(await addPasskey(viewer, { name: 'x', credential: device.make(challenge) }));
});
afterAll(async () => {
  await office.end();
  await program.end();
});
beforeEach(async () => {
  await office.query('update person set archived_at = null where id = $1', [personId]);
  await office.query(
    `insert into sign_in_link (id, person_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 hour')
     on conflict (token_hash) do update set used_at = null`,
    [personId, hashSecret(LINK)],
  );
});

async function byPasskey() {
  const { challenge } = expectDone(await beginPasskeySignIn({}, here));
  const credential = JSON.stringify(device.sign(challenge));
  return () => signInByPasskey({ credential }, here);
}

const WAYS: Record<string, () => Promise<() => Promise<{ ok: boolean }>>> = {
  'a password': async () => () => signIn({ email, password: PASSWORD }, here),
  'a link by mail': async () => () => signInByLink({ link: LINK }, here),
  'a provider': async () => () => signInByIdentity(IDENTITY, here),
  'a passkey': byPasskey,
  'the sample': async () => () => openSample({ email }, here),
};

/** Until somebody waits for the row of the person, or `done` is true. */
async function untilWaiting(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !done(); tries++) {
    const { rows } = await office.query('select from pg_locks where not granted');
    if (rows.length > 0) return;
    await sleep(10);
  }
}

const signIns = async () =>
  Number((await office.query('select count(*) from sign_in where person_id = $1', [personId])).rows[0].count);

describe('an account that is closed while its person signs in', () => {
  it.each(Object.entries(WAYS))('by %s leaves nobody signed in', async (_, prepare) => {
    const come = await prepare();
    expect((await come()).ok).toBe(true);
    const again = await prepare();
    await office.query('update sign_in_link set used_at = null');
    await office.query('begin');
    await office.query('update person set archived_at = now() where id = $1', [personId]);
    await office.query('delete from sign_in where person_id = $1', [personId]);
    let isDone = false;
    const coming = again().finally(() => {
      isDone = true;
    });
    await untilWaiting(() => isDone);
    await office.query('commit');
    expect((await coming).ok).toBe(false);
    expect(await signIns()).toBe(0);
  });
});

describe('an authenticator app that is set up while somebody signs in', () => {
  it('leaves no sign-in that no code was asked for', async () => {
    const viewer = (await viewerBySignIn(await secretBy(email), here)) as Viewer;
    const { secret } = expectDone(await beginSecondFactor(viewer, {}));
    // As startSignIn does: it asked for no code, as none was set up yet, and is not yet committed.
    await office.query('begin');
    await office.query('select id from person where id = $1 for share', [personId]);
    await office.query(
      `insert into sign_in (id, person_id, token_hash, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '30 days')`,
      [personId, hashSecret('meanwhile')],
    );
    let isDone = false;
    const code = codeAt(secret);
    const confirming = confirmSecondFactor(viewer, { code }).finally(() => {
      isDone = true;
    });
    await untilWaiting(() => isDone);
    await office.query('commit');
    expectDone(await confirming);
    expect(await viewerBySignIn('meanwhile', here)).toBeNull();
    expect(await signIns()).toBe(1);
  });
});
