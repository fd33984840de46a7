import type { JobWithMetadata } from 'pg-boss';
import { readChange } from '@/lib/audit/queries/changes';
import type { Role } from '@/lib/core/scope';
import { asPost } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { NotPublic } from '@/lib/platform/public-address';
import { openSealed } from '@/lib/platform/seal';
import { sendOut } from '@/lib/platform/send-out';
import { standIn } from '@/lib/platform/viewer';
import { SECRET_PURPOSE, signedHeaders } from './sign';

/** The queue's name in the database. */
export const WEBHOOKS = 'webhooks';

type ToSend = {
  webhookId: string;
  url: string;
  sealedSecret: string;
  previousSealedSecret: string | null;
  event: string;
  createdAt: Date;
  programId: string | null;
  slug: string | null;
  entryId: string | null;
  personId: string;
  role: Role;
  startupId: string | null;
  isLive: boolean;
};
type State = 'waiting' | 'delivered' | 'failed' | 'withheld';

/**
 * Sends one delivery, or throws, so that it is tried again later; the last try that fails leaves it for its owner to send again.
 * What it tells is read at this moment with the rights that its owner has now: what they may not read is not sent at all.
 */
export async function deliver({ data, retryCount, retryLimit }: JobWithMetadata<{ deliveryId: string }>) {
  const { deliveryId } = data;
  const found = await readDelivery(deliveryId);
  if (!found) return;
  const keys = keysOf(found);
  const told = found.isLive && keys.length > 0 ? await contentOf(found) : null;
  if (!told) return note(deliveryId, 'withheld', null, null);
  const body = JSON.stringify({ type: found.event, timestamp: found.createdAt.toISOString(), data: told });
  const headers = { 'Content-Type': 'application/json', 'User-Agent': 'Roundtable-Webhooks/1' };
  const isLast = retryCount >= retryLimit;
  let status: number | null = null;
  let problem: string | null = null;
  try {
    status = await sendOut(
      found.url,
      { ...headers, ...signedHeaders(keys, deliveryId, body, new Date()) },
      body,
    );
  } catch (error) {
    problem = wordFor(error);
  }
  if (status !== null && status >= 200 && status < 300) return note(deliveryId, 'delivered', status, null);
  await note(deliveryId, isLast ? 'failed' : 'waiting', status, problem);
  log.warn({ delivery: deliveryId, status, problem }, 'a webhook was not delivered');
  throw new Error(problem ?? `status ${status}`);
}

function keysOf({ webhookId, sealedSecret, previousSealedSecret }: ToSend): string[] {
  return [sealedSecret, previousSealedSecret].flatMap((sealed) => {
    const key = sealed && openSealed(sealed, { purpose: SECRET_PURPOSE, of: webhookId });
    return key ? [key] : [];
  });
}

/** No address and no text of the receiver is kept: a word says enough. */
function wordFor(error: unknown): string {
  if (error instanceof NotPublic) return 'not_public';
  const { code, name } = error as { code?: unknown; name?: unknown };
  return name === 'TimeoutError' || code === 'ABORT_ERR' ? 'too_slow' : 'no_answer';
}

async function readDelivery(deliveryId: string): Promise<ToSend | null> {
  const [row] = await asPost(
    (tx) =>
      tx.$queryRaw<ToSend[]>`
      select webhook_id as "webhookId", url, sealed_secret as "sealedSecret",
        previous_sealed_secret as "previousSealedSecret", event, created_at as "createdAt",
        program_id as "programId", slug, entry_id as "entryId", person_id as "personId", role, startup_id as "startupId",
        is_live as "isLive"
      from delivery_to_send(${deliveryId}::uuid)`,
  );
  return row ?? null;
}

/** The change as `GET /programs/{program}/changes` tells it to the owner; null where it does not. A try tells of nothing. */
async function contentOf({ programId, slug, entryId, ...owner }: ToSend): Promise<object | null> {
  if (!programId || !entryId) return {};
  const change = await readChange(standIn({ ...owner, programId }), entryId);
  return change && { program: slug, ...change };
}

async function note(
  deliveryId: string,
  state: State,
  status: number | null,
  problem: string | null,
): Promise<void> {
  await asPost(
    (tx) =>
      tx.$queryRaw`select note_delivery(${deliveryId}::uuid, ${state}::delivery_state, ${status}::int, ${problem})::text`,
  );
}
