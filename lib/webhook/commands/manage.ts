import { randomBytes } from 'node:crypto';
import { AppError } from '@/lib/core/errors';
import { done, type Refusal, refuse } from '@/lib/core/result';
import type { Viewer } from '@/lib/core/scope';
import { viewerCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { sealText } from '@/lib/platform/seal';
import { mayBeSentTo } from '@/lib/platform/send-out';
import { webhookOperations } from '../operations';
import { canManageWebhooks } from '../policy';
import { OLD_KEY_HOURS } from '../rules';
import {
  askedDelivery,
  changedWebhook,
  createdWebhook,
  createWebhookInput,
  deliveryInput,
  editWebhookInput,
  replaceKeyInput,
  webhookInput,
} from '../schema';
import { SECRET_PURPOSE } from './sign';

const MOST_LIVE = 20;
const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
/** Each is a request that our server makes somewhere. */
const ASKED = { name: 'webhook deliveries asked for', most: 60, seconds: 600 };

type Wanted = { url?: string | undefined; programs?: string[] | undefined };

function whyNot(
  { programs }: Viewer,
  { url, programs: wanted = [] }: Wanted,
): { ok: false; refusals: Refusal[] } | null {
  if (url !== undefined && !mayBeSentTo(url)) return refuse('not_https', { field: ['url'] });
  const entered = new Set(programs.map(({ programId }) => programId));
  return wanted.every((id) => entered.has(id)) ? null : refuse('no_such_program', { field: ['programs'] });
}

/**
 * Has what changes sent to an address of one's own choice, signed with a key that is shown this once. One that a token makes ends
 * with the token. Refusals: not_https, no_such_program, too_many_webhooks.
 */
export const createWebhook = viewerCommand({
  operation: webhookOperations.createWebhook,
  input: createWebhookInput,
  output: createdWebhook,
  may: canManageWebhooks,
  answersOnce: true,
  run: async (tx, { viewer, now, record }, { url, events, programs }) => {
    const refused = whyNot(viewer, { url, programs });
    if (refused) return refused;
    const { personId } = viewer;
    const live = await tx.webhook.count({ where: { personId, endedAt: null } });
    if (live >= MOST_LIVE) return refuse('too_many_webhooks', { params: { max: MOST_LIVE } });
    const id = crypto.randomUUID();
    const { key, sealed } = newKey(id);
    await tx.webhook.create({
      data: {
        ...{ id, personId, url, events, programIds: programs, createdAt: now },
        tokenId: viewer.means === 'api' ? viewer.accessId : null,
        sealedSecret: sealed,
      },
      select: { id: true },
    });
    record({ subject: 'webhook', subjectId: id });
    return done({ webhookId: id, version: 1, key });
  },
});

function newKey(webhookId: string): { key: string; sealed: string } {
  const key = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  return { key, sealed: sealText(key, { purpose: SECRET_PURPOSE, of: webhookId }) };
}

/** Refusals: not_https, no_such_program, stale. Throws not_found for another person's. */
export const editWebhook = viewerCommand({
  operation: webhookOperations.editWebhook,
  input: editWebhookInput,
  output: changedWebhook,
  may: canManageWebhooks,
  run: async (tx, { viewer, record }, { webhookId, version, url, events, programs }) => {
    const refused = whyNot(viewer, { url, programs });
    if (refused) return refused;
    const found = await lockWebhook(tx, viewer, webhookId);
    if (found.version !== version) return refuse('stale', { current: { version: found.version } });
    await tx.webhook.update({
      where: { id: webhookId },
      data: {
        ...(url === undefined ? {} : { url }),
        ...(events === undefined ? {} : { events }),
        ...(programs === undefined ? {} : { programIds: programs }),
        version: version + 1,
      },
      select: { id: true },
    });
    record({ subject: 'webhook', subjectId: webhookId });
    return done({ webhookId, version: version + 1 });
  },
});

/**
 * A new key, shown this once. The one before signs beside it for a day, unless it is to end at once because somebody else may have
 * it. Throws not_found for another person's.
 */
export const replaceKey = viewerCommand({
  operation: webhookOperations.replaceKey,
  input: replaceKeyInput,
  output: createdWebhook,
  may: canManageWebhooks,
  answersOnce: true,
  run: async (tx, { viewer, now, record }, { webhookId, endsOldKey }) => {
    await lockWebhook(tx, viewer, webhookId);
    const { key, sealed } = newKey(webhookId);
    const until = endsOldKey ? null : new Date(now.getTime() + OLD_KEY_HOURS * HOUR_MS);
    const [row] = await tx.$queryRaw<{ version: number | null }[]>`
      select replace_webhook_key(${webhookId}::uuid, ${sealed}, ${until}::timestamptz) as version`;
    if (!row?.version) throw new AppError('not_found', 'webhook');
    record({ subject: 'webhook', subjectId: webhookId });
    return done({ webhookId, version: row.version, key });
  },
});

/** Nothing is sent any more, not even what waits. Throws not_found for another person's. */
export const endWebhook = viewerCommand({
  operation: webhookOperations.endWebhook,
  input: webhookInput,
  output: changedWebhook,
  may: canManageWebhooks,
  run: async (tx, { viewer, now, record }, { webhookId }) => {
    const { version } = await lockWebhook(tx, viewer, webhookId);
    await tx.webhook.update({
      where: { id: webhookId },
      data: { endedAt: now, version: version + 1 },
      select: { id: true },
    });
    record({ subject: 'webhook', subjectId: webhookId });
    return done({ webhookId, version: version + 1 });
  },
});

/** Sends a delivery that tells of nothing, so that its receiver can be tried. Throws not_found. */
export const testWebhook = viewerCommand({
  operation: webhookOperations.testWebhook,
  input: webhookInput,
  output: askedDelivery,
  may: canManageWebhooks,
  limits: { perPerson: ASKED },
  run: async (tx, { record }, { webhookId }) => {
    const deliveryId = await askDelivery(tx, webhookId, null);
    record({ subject: 'webhook', subjectId: webhookId });
    return done({ deliveryId });
  },
});

/** Sends a delivery again, under its own id, so that a receiver that has it knows. Throws not_found; also while it waits. */
export const resendDelivery = viewerCommand({
  operation: webhookOperations.resendDelivery,
  input: deliveryInput,
  output: askedDelivery,
  may: canManageWebhooks,
  limits: { perPerson: ASKED },
  run: async (tx, { record }, { webhookId, deliveryId }) => {
    await askDelivery(tx, webhookId, deliveryId);
    record({ subject: 'webhook', subjectId: webhookId, detail: { deliveryId } });
    return done({ deliveryId });
  },
});

async function lockWebhook(tx: Tx, { personId }: Viewer, id: string): Promise<{ version: number }> {
  const [found] = await tx.$queryRaw<{ version: number }[]>`
    select w.version from webhook w
    where w.id = ${id}::uuid and w.person_id = ${personId}::uuid and w.ended_at is null for no key update`;
  if (!found) throw new AppError('not_found', 'webhook');
  return found;
}

async function askDelivery(tx: Tx, webhookId: string, deliveryId: string | null): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    select ask_delivery(${webhookId}::uuid, ${deliveryId}::uuid)::text as id`;
  if (!row?.id) throw new AppError('not_found', 'webhook');
  return row.id;
}
