import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JobWithMetadata } from 'pg-boss';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectDone, type SmallProgram, signedInAs, smallProgram } from '@/e2e/support/small-program';
import type { Viewer } from '@/lib/core/scope';
import { addStartup } from '@/lib/party/commands/parties';
import { keepHouse } from '@/lib/platform/jobs';
import { openQueue } from '@/lib/platform/queue';
import { viewerByApiToken } from '@/lib/platform/viewer';
import { createApiToken, revokeApiToken } from '@/lib/token/commands';
import { withClient } from '@/scripts/database/connection';
import { listDeliveries, listWebhooks } from '../queries';
import { deliver, WEBHOOKS } from './deliver';
import { createWebhook, editWebhook, endWebhook, replaceKey, resendDelivery, testWebhook } from './manage';

type Received = { headers: IncomingHttpHeaders; body: string };

let program: SmallProgram;
let received: Received[] = [];
let status = 204;
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
  response.writeHead(status).end();
});
beforeAll(async () => {
  vi.stubEnv('WEBHOOKS_TO_LOOPBACK', '1');
  program = await smallProgram('hooks');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  received = [];
  status = 204;
});
afterAll(async () => {
  server.close();
  await program.end();
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;

const made = async (viewer: Viewer, events = ['startup.*'], programs: string[] = []) =>
  expectDone(await createWebhook(viewer, { url: address(), events, programs }));

const add = async (name: string) =>
  expectDone(await addStartup(program.office, { name, nameEn: name, sector: 'ai' })).startupId;

/** Does what waits in the queue once, as a server does; `last` as if all other tries were over. */
async function carry(last = false): Promise<number> {
  const { boss, end } = await openQueue({ keepsTime: false });
  try {
    const jobs = await boss.fetch<{ deliveryId: string }>(WEBHOOKS, { batchSize: 50, includeMetadata: true });
    for (const job of jobs as JobWithMetadata<{ deliveryId: string }>[])
      await deliver(last ? { ...job, retryCount: job.retryLimit } : job).then(
        () => boss.complete(WEBHOOKS, job.id),
        () => boss.cancel(WEBHOOKS, job.id),
      );
    return jobs.length;
  } finally {
    await boss.stop({ graceful: false });
    await end();
  }
}

const statesOf = async (viewer: Viewer, webhookId: string) =>
  (await listDeliveries(viewer, { webhookId })).items.map(({ event, state, status: seen }) => [
    event,
    state,
    seen,
  ]);

describe('a webhook', () => {
  it('is told of a change once it is committed, signed as Standard Webhooks have it', async () => {
    const viewer = await signedInAs('officer@example.com');
    const { key, webhookId } = await made(viewer);
    const id = await add('하나');
    expect(await carry()).toBe(1);
    const [{ headers, body }] = received as [Received];
    const told = new Webhook(key).verify(body, headers as Record<string, string>);
    expect(told).toMatchObject({
      type: 'startup.add',
      data: { program: 'hooks', kind: 'startup', id, operation: 'startup.add', seq: expect.any(Number) },
    });
    expect(() => new Webhook(key).verify(`${body} `, headers as Record<string, string>)).toThrow();
    expect(await statesOf(viewer, webhookId)).toEqual([['startup.add', 'delivered', 204]]);
    const { rows } = await withClient(program.ownerUrl, (client) => client.query('select * from webhook'));
    expect(JSON.stringify(rows)).not.toContain(key.slice(6));
    expectDone(await endWebhook(viewer, { webhookId }));
    await add('둘');
    expect(await carry()).toBe(0);
    expect((await listWebhooks(viewer, {})).items).toEqual([]);
  });

  it('is tried again, given up after the last try, and sent again under the same id when asked', async () => {
    const viewer = await signedInAs('officer@example.com');
    const { webhookId } = await made(viewer);
    status = 500;
    await add('셋');
    await carry();
    expect(await statesOf(viewer, webhookId)).toEqual([['startup.add', 'waiting', 500]]);
    const [delivery] = (await listDeliveries(viewer, { webhookId })).items;
    const asked = { webhookId, deliveryId: delivery?.id };
    await expect(resendDelivery(viewer, asked)).rejects.toMatchObject({ code: 'not_found' });
    await withClient(program.ownerUrl, (client) => client.query(`select queue_delivery($1)`, [delivery?.id]));
    await carry(true);
    expect(await statesOf(viewer, webhookId)).toEqual([['startup.add', 'failed', 500]]);
    expect((await listWebhooks(viewer, {})).items[0]).toMatchObject({ failed: 1 });
    status = 200;
    expectDone(await resendDelivery(viewer, asked));
    await carry();
    expect(await statesOf(viewer, webhookId)).toEqual([['startup.add', 'delivered', 200]]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([delivery?.id]));
    expectDone(await endWebhook(viewer, { webhookId }));
  });

  it('of somebody who lost their role by then sends nothing, and a startup is told of its own alone', async () => {
    const [manager, startup] = [
      await signedInAs('manager@example.com'),
      await signedInAs('garam@example.com'),
    ];
    const { webhookId } = await made(manager);
    const own = await made(startup, ['*']);
    const id = await add('넷');
    await withClient(program.ownerUrl, (client) =>
      client.query(`update membership set ended_at = now() where person_id = $1`, [manager.personId]),
    );
    expect(await carry()).toBe(2);
    expect(received).toEqual([]);
    expect(await statesOf(manager, webhookId)).toEqual([['startup.add', 'withheld', null]]);
    expect(await statesOf(startup, own.webhookId)).toEqual([['startup.add', 'withheld', null]]);
    await withClient(program.ownerUrl, (client) =>
      client.query(
        `insert into audit_entry (id, program_id, startup_id, command, subject, subject_id, at, means)
         values (gen_random_uuid(), $1, $2, 'startup.edit', 'startup', $3, now(), 'web')`,
        [program.office.programId, program.startupIds[0], program.startupIds[0]],
      ),
    );
    await carry();
    expect(received.map(({ body }) => JSON.parse(body).data.id)).toEqual([program.startupIds[0]]);
    expect(JSON.stringify(received)).not.toContain(id);
    expectDone(await endWebhook(startup, { webhookId: own.webhookId }));
  });

  it('made by a token ends with the token; a try is sent at once', async () => {
    const viewer = await signedInAs('officer@example.com');
    const { key, tokenId } = expectDone(await createApiToken(viewer, { name: 'script' }));
    const script = (await viewerByApiToken(key)) as Viewer;
    const { webhookId, key: signing } = await made(script);
    expectDone(await testWebhook(script, { webhookId }));
    await carry();
    const [{ headers, body }] = received as [Received];
    expect(new Webhook(signing).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'webhook.test',
      data: {},
    });
    await add('다섯');
    expectDone(await revokeApiToken(viewer, { tokenId }));
    await carry();
    await add('그 뒤');
    expect(await carry()).toBe(0);
    expect(received).toHaveLength(1);
    expect((await listWebhooks(viewer, {})).items).toEqual([]);
    expect((await statesOf(viewer, webhookId))[0]).toEqual(['startup.add', 'withheld', null]);
  });

  it('signs with the key before and the new one for a day, or with the new one alone', async () => {
    const viewer = await signedInAs('officer@example.com');
    const { webhookId, key: first } = await made(viewer);
    const tryIt = async () => {
      received = [];
      expectDone(await testWebhook(viewer, { webhookId }));
      await carry();
      const [{ headers, body }] = received as [Received];
      return (key: string) => {
        try {
          return Boolean(new Webhook(key).verify(body, headers as Record<string, string>));
        } catch {
          return false;
        }
      };
    };
    const second = expectDone(await replaceKey(viewer, { webhookId }));
    expect(second).toMatchObject({ webhookId, version: 2 });
    const verified = await tryIt();
    expect([verified(first), verified(second.key)]).toEqual([true, true]);
    const [item] = (await listWebhooks(viewer, {})).items;
    expect(Date.parse(item?.oldKeyUntil ?? '') - Date.now()).toBeGreaterThan(23.9 * 3_600_000);

    const third = expectDone(await replaceKey(viewer, { webhookId, endsOldKey: true }));
    const then = await tryIt();
    expect([first, second.key, third.key].map(then)).toEqual([false, false, true]);
    expect((await listWebhooks(viewer, {})).items[0]?.oldKeyUntil).toBeNull();

    const fourth = expectDone(await replaceKey(viewer, { webhookId }));
    await withClient(program.ownerUrl, (client) =>
      client.query(`update webhook set previous_until = now() - interval '1 second' where id = $1`, [
        webhookId,
      ]),
    );
    const over = await tryIt();
    expect([third.key, fourth.key].map(over)).toEqual([false, true]);
    const other = await signedInAs('garam@example.com');
    await expect(replaceKey(other, { webhookId })).rejects.toMatchObject({ code: 'not_found' });
    expectDone(await endWebhook(viewer, { webhookId }));
  });

  it('forgets what was delivered after 30 days, what was given up after 90, and nothing that waits', async () => {
    const viewer = await signedInAs('officer@example.com');
    const { webhookId } = await made(viewer);
    await withClient(program.ownerUrl, (client) =>
      client.query(
        `insert into webhook_delivery (id, webhook_id, person_id, event, state, created_at, tried_at)
         select gen_random_uuid(), $1, $2, event, state::delivery_state, now() - days * interval '1 day', now() - days * interval '1 day'
         from (values ('a.delivered_29', 'delivered', 29), ('a.delivered_31', 'delivered', 31), ('a.withheld_31', 'withheld', 31),
           ('a.failed_31', 'failed', 31), ('a.failed_91', 'failed', 91), ('a.waiting_91', 'waiting', 91)) v (event, state, days)`,
        [webhookId, viewer.personId],
      ),
    );
    await keepHouse();
    const left = (await listDeliveries(viewer, { webhookId })).items.map(({ event }) => event);
    expect(left).toEqual(['a.delivered_29', 'a.failed_31', 'a.waiting_91']);
    expectDone(await endWebhook(viewer, { webhookId }));
  });

  it('is its owner’s alone, goes to no unsafe address, and is changed by who read it last', async () => {
    const viewer = await signedInAs('officer@example.com');
    const { webhookId } = await made(viewer);
    const other = await signedInAs('garam@example.com');
    for (const ask of [
      () => endWebhook(other, { webhookId }),
      () => testWebhook(other, { webhookId }),
      () => editWebhook(other, { webhookId, version: 1, events: ['*'] }),
      () => listDeliveries(other, { webhookId }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
    expectDone(await editWebhook(viewer, { webhookId, version: 1, events: ['pair.*'] }));
    const stale = await editWebhook(viewer, { webhookId, version: 1, events: ['*'] });
    expect(stale).toMatchObject({ ok: false, refusals: [{ reason: 'stale' }] });
    await add('여섯');
    expect(await carry()).toBe(0);
    for (const url of ['ftp://hook.example', 'https://a:b@hook.example/'])
      expect((await createWebhook(viewer, { url, events: ['*'] })).ok).toBe(false);
    const assistant = { ...viewer, means: 'assistant' } as Viewer;
    await expect(made(assistant)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
