import { AppError } from '@/lib/core/errors';
import { instantField, noInput } from '@/lib/core/fields';
import { readCursor, writeCursor } from '@/lib/platform/cursor';
import { InvalidInput, viewerQuery } from '@/lib/platform/query';
import { webhookOperations } from './operations';
import { deliveries, listDeliveriesInput, webhooks } from './schema';

const DELIVERY = {
  ...{ id: true, event: true, state: true, tries: true, status: true, problem: true },
  ...{ createdAt: true, triedAt: true },
};

/** One's own webhooks that still send, the newest first: none of a token that has ended. */
export const listWebhooks = viewerQuery({
  operation: webhookOperations.listWebhooks,
  input: noInput,
  output: webhooks,
  may: () => true,
  run: async (tx, viewer) => {
    const rows = await tx.webhook.findMany({
      where: {
        ...{ personId: viewer.personId, endedAt: null },
        OR: [{ tokenId: null }, { token: { revokedAt: null, expiresAt: { gt: new Date() } } }],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 100,
      select: {
        ...{ id: true, url: true, events: true, programIds: true, createdAt: true, version: true },
        _count: { select: { deliveries: { where: { state: 'failed' } } } },
        deliveries: {
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 1,
          select: { createdAt: true, triedAt: true, state: true },
        },
      },
    });
    const slugs = new Map(viewer.programs.map(({ programId, slug }) => [programId, slug]));
    const items = rows.map(({ programIds, createdAt, _count, deliveries: [last], ...row }) => ({
      ...row,
      programs: programIds.map((id) => slugs.get(id) ?? '–'),
      createdAt: createdAt.toISOString(),
      failed: _count.deliveries,
      lastDelivery: last ? { at: (last.triedAt ?? last.createdAt).toISOString(), state: last.state } : null,
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
