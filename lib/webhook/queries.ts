import { AppError } from '@/lib/core/errors';
import { instantField, noInput } from '@/lib/core/fields';
import { readCursor, writeCursor } from '@/lib/platform/cursor';
import { InvalidInput, viewerQuery } from '@/lib/platform/query';
import { webhookOperations } from './operations';
import {
  type DeliveryItem,
  deliveries,
  listDeliveriesInput,
  MOST_WEBHOOKS,
  type WebhookItem,
  webhooks,
} from './schema';

const DELIVERY = {
  ...{ id: true, event: true, state: true, tries: true, status: true, problem: true },
  ...{ createdAt: true, triedAt: true },
};

type Row = Pick<WebhookItem, 'id' | 'url' | 'events' | 'version' | 'failed'> & {
  programIds: string[];
  createdAt: Date;
  oldKeyUntil: Date | null;
  lastAt: Date | null;
  lastState: DeliveryItem['state'] | null;
};

/** One's own webhooks that still send, the newest first: none of a token that has ended. */
export const listWebhooks = viewerQuery({
  operation: webhookOperations.listWebhooks,
  input: noInput,
  output: webhooks,
  may: () => true,
  run: async (tx, viewer) => {
    // Of each the last delivery by the index: a relation with `take` would read all that was ever sent.
    const rows = await tx.$queryRaw<Row[]>`
      select w.id, w.url, w.events, w.program_ids::text[] as "programIds", w.created_at as "createdAt", w.version,
        case when w.previous_until > ${new Date()} then w.previous_until end as "oldKeyUntil",
        (select count(*)::int from webhook_delivery d where d.webhook_id = w.id and d.state = 'failed') as failed,
        l.at as "lastAt", l.state::text as "lastState"
      from webhook w
      left join lateral (
        select coalesce(d.tried_at, d.created_at) as at, d.state from webhook_delivery d where d.webhook_id = w.id
        order by d.created_at desc, d.id desc limit 1) l on true
      where w.person_id = ${viewer.personId}::uuid and w.ended_at is null
        and (w.token_id is null or exists (
          select from api_token t where t.id = w.token_id and t.revoked_at is null and t.expires_at > ${new Date()}))
      order by w.created_at desc, w.id desc limit ${MOST_WEBHOOKS}`;
    const slugs = new Map(viewer.programs.map(({ programId, slug }) => [programId, slug]));
    const items = rows.map(({ programIds, createdAt, oldKeyUntil, lastAt, lastState, ...row }) => ({
      ...row,
      programs: programIds.map((id) => slugs.get(id) ?? '–'),
      createdAt: createdAt.toISOString(),
      oldKeyUntil: oldKeyUntil?.toISOString() ?? null,
      lastDelivery: lastAt && lastState && { at: lastAt.toISOString(), state: lastState },
    }));
    return { items };
  },
});

/** What one of one's own webhooks sent, the newest first. Throws not_found. */
export const listDeliveries = viewerQuery({
  operation: webhookOperations.listDeliveries,
  input: listDeliveriesInput,
  output: deliveries,
  may: () => true,
  run: async (tx, { personId }, { webhookId, limit, cursor }) => {
    const owned = await tx.webhook.count({ where: { id: webhookId, personId } });
    if (owned === 0) throw new AppError('not_found', 'webhook');
    const after = readCursor(cursor);
    const at = after && instantField.safeParse(after.key);
    if (at && !at.success) throw new InvalidInput([{ reason: 'invalid', field: ['cursor'] }]);
    const rows = await tx.webhookDelivery.findMany({
      where: {
        webhookId,
        ...(after && at?.data
          ? { OR: [{ createdAt: { lt: at.data } }, { createdAt: at.data, id: { lt: after.id } }] }
          : {}),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: DELIVERY,
    });
    const items = rows.slice(0, limit).map(({ createdAt, triedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      triedAt: triedAt?.toISOString() ?? null,
    }));
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > limit && last ? writeCursor({ key: last.createdAt, id: last.id }) : null,
    };
  },
});
