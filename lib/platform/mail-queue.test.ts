import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { invitePerson } from '@/lib/invitation/commands/invite';
import { withClient } from '@/scripts/database/connection';
import { ownOutbox } from '@/scripts/test/outbox';
import { asViewer } from './database';
import { openJobs } from './jobs';
import { queueMail } from './mail';
import { sendQueuedMails } from './mail-queue';

vi.mock('./log', () => ({ log: { error: vi.fn(), warn: vi.fn() } }));

const { clear, sent } = ownOutbox();
let program: SmallProgram;
beforeAll(async () => {
  program = await smallProgram('post');
});
afterAll(() => program.end());
afterEach(async () => {
  vi.stubEnv('SMTP_URL', '');
  await sendQueuedMails();
  await clear();
});

const mail = (name: string) => ({
  to: { name, address: `${name}@example.com` },
  subject: `to ${name}`,
  text: `http://localhost/invitations/secret-of-${name}`,
});
const write = (...names: string[]) =>
  asViewer(program.office, async (tx) => {
    for (const name of names) await queueMail(tx, mail(name));
  });

const readers = (texts: string[]) => texts.map((text) => /^To: (\S+)/m.exec(text)?.[1]).sort();

const asOwner = (sql: string) =>
  withClient(program.ownerUrl, async (client) => (await client.query(sql)).rows as Record<string, unknown>[]);

async function mailServer(refuses: () => boolean) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, _, done) => done(refuses() ? new Error('not now') : null) ?? void address,
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

describe('a mail', () => {
  it('7.10 goes out when its change is committed, and never when it is rolled back', async () => {
    await write('haram');
    await asViewer(program.office, async (tx) => {
      await queueMail(tx, mail('nobody'));
      throw new Error('rolled back');
    }).catch(() => undefined);
    expect(await sendQueuedMails()).toBe(1);
    expect(readers(await sent())).toEqual(['haram']);
    expect(await sendQueuedMails()).toBe(0);
  });

  it('7.10 is taken by one of many who carry at once', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `reader-${at}`);
    await write(...names);
    const carried = await Promise.all([sendQueuedMails(), sendQueuedMails(), sendQueuedMails()]);
    expect(carried.reduce((sum, each) => sum + each, 0)).toBe(30);
    expect(readers(await sent())).toEqual(names.toSorted());
  });

  it('7.10 that no server takes stays, is tried again later, and goes out once', async () => {
    let refuses = true;
    const server = await mailServer(() => refuses);
    vi.stubEnv('SMTP_URL', server.url);
    await write('haram');
    expect(await sendQueuedMails()).toBe(0);
    const [waiting] = await asOwner(
      `select state, start_after > now() + interval '10 seconds' as later, output::text as output from mail_queue.job where state <> 'completed'`,
    );
    expect(waiting).toMatchObject({ state: 'retry', later: true });
    expect(waiting?.output).not.toContain('haram');
    refuses = false;
    expect(await sendQueuedMails()).toBe(0);
    await asOwner(`update mail_queue.job set start_after = now() where state = 'retry'`);
    expect(await sendQueuedMails()).toBe(1);
    expect(await sendQueuedMails()).toBe(0);
    expect(server.taken).toEqual(['haram@example.com']);
    await server.stop();
  });

  it('7.10 of somebody who was killed while sending is sent by the next one', async () => {
    await write('haram');
    await asOwner(
      `update mail_queue.job set state = 'active', started_on = now() - interval '10 minutes' where state = 'created'`,
    );
    // As if the last look at the queue was long ago.
    await asOwner('update mail_queue.queue set monitor_on = null, monitor_claim_on = null');
    expect(await sendQueuedMails()).toBe(0);
    await asOwner(`update mail_queue.job set start_after = now() where state = 'retry'`);
    expect(await sendQueuedMails()).toBe(1);
    expect(readers(await sent())).toEqual(['haram']);
  });

  it('7.10 delays nobody: an invitation is answered while the mail server hangs', async () => {
    let asked = 0;
    const silent = createServer(() => {
      asked += 1;
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const invited = await invitePerson(program.office, {
      email: 'new@example.com',
      name: '새 사람',
      role: 'manager',
    });
    expect(invited).toMatchObject({ ok: true, value: { mail: 'queued' } });
    expect(asked).toBe(0);
    await new Promise<void>((resolve) => silent.close(() => resolve()));
  });

  it('7.10 is read by the post alone, and nothing of it is kept once it was sent', async () => {
    await write('haram');
    const seen = await asViewer(program.office, (tx) => tx.$queryRaw`select data from mail_queue.job`);
    expect(seen).toEqual([]);
    await expect(
      asViewer(program.startup, (tx) => tx.$executeRaw`insert into mail_queue.job (name) values ('letters')`),
    ).rejects.toThrow(/denied|security/);
    await sendQueuedMails();
    const left = await asOwner(`select state, data, deletion_seconds from mail_queue.job`);
    expect(left.length).toBeGreaterThan(0);
    for (const row of left) expect(row).toEqual({ state: 'completed', data: null, deletion_seconds: 60 });
  });
});

describe('the queue of mails', () => {
  it('7.29 is stopped by nobody through the settings of its queue', async () => {
    for (const asker of [program.startup, program.office, 'nobody', 'link', 'machine'] as const) {
      const touched = await asViewer(asker, async (tx) => [
        await tx.$executeRaw`update mail_queue.queue set table_name = 'x'`,
        await tx.$executeRaw`update mail_queue.version set version = 1`,
        await tx.$executeRaw`delete from mail_queue.instance`,
      ]);
      expect(touched).toEqual([0, 0, 0]);
    }
    await write('still');
    expect(await sendQueuedMails()).toBeGreaterThan(0);
  });

  it('7.10 carries what comes while it is open, with no right to change its tables', async () => {
    const jobs = await openJobs();
    await write('one', 'two');
    await vi.waitFor(async () => expect(readers(await sent())).toEqual(['one', 'two']), {
      timeout: 20_000,
    });
    await jobs.close();
    await write('three');
    expect(readers(await sent())).toEqual(['one', 'two']);
    const owned = await asOwner(`select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'mail_queue' and pg_get_userbyid(c.relowner) = 'roundtable_app'`);
    expect(owned).toEqual([]);
    const [may] = await asOwner(
      `select has_schema_privilege('roundtable_app', 'mail_queue', 'create') as create`,
    );
    expect(may).toEqual({ create: false });
  });
});
