import { z } from 'zod';
import { cursorField, idField, linkField, versionField } from '@/lib/core/fields';
import { countShape, idShape, instantShape, listShape, pageShape, versionShape } from '@/lib/core/shapes';

/** One's own that still send, the newest of them. */
export const MOST_WEBHOOKS = 100;

const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'withheld'] as const;

/** `*` for everything, `meeting.*` for all of a noun, or the name of one operation such as `pair.move_stage`. */
const eventField = z
  .string()
  .max(60, { abort: true })
  .regex(/^(\*|[a-z]+\.(\*|[a-z_]+))$/)
  .meta({ examples: ['meeting.*'] });

/** `programs` are ids; left out or empty, all that its owner may enter at the time. */
export const createWebhookInput = z.strictObject({
  url: linkField,
  events: z.array(eventField).min(1).max(50),
  programs: z.array(idField).max(100).default([]),
});
export const editWebhookInput = createWebhookInput
  .partial()
  .extend({ webhookId: idField, version: versionField, programs: z.array(idField).max(100).optional() });
/** `endsOldKey`: the key before signs no more from now on; otherwise it signs beside the new one for OLD_KEY_HOURS. */
export const replaceKeyInput = z.strictObject({ webhookId: idField, endsOldKey: z.boolean().default(false) });
export const webhookInput = z.strictObject({ webhookId: idField });
export const listDeliveriesInput = z.strictObject({
  webhookId: idField,
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursorField.optional(),
});
export const deliveryInput = z.strictObject({ webhookId: idField, deliveryId: idField });

/** `key` is what deliveries are signed with, shown this once; it begins with whsec_ as Standard Webhooks have it. */
export const createdWebhook = z.strictObject({ webhookId: idShape, version: versionShape, key: z.string() });
export const changedWebhook = z.strictObject({ webhookId: idShape, version: versionShape });
export const askedDelivery = z.strictObject({ deliveryId: idShape });

const deliveryState = z.enum(DELIVERY_STATES);
const webhookItem = z.strictObject({
  id: idShape,
  url: z.string(),
  events: z.array(z.string()),
  /** Slugs; empty means all of its owner's. One that its owner left has no name here. */
  programs: z.array(z.string()),
  createdAt: instantShape,
  version: versionShape,
  /** Until when the key before signs, too. */
  oldKeyUntil: instantShape.nullable(),
  /** Deliveries that were given up, and may be sent again. */
  failed: countShape,
  lastDelivery: z.strictObject({ at: instantShape, state: deliveryState }).nullable(),
});
export type WebhookItem = z.output<typeof webhookItem>;
export const webhooks = listShape(webhookItem, MOST_WEBHOOKS);

/**
 * `withheld`: its owner may no longer read what it tells of, so that nothing was sent. `status` is that of the receiver's last
 * answer; `problem` a word where there was none.
 */
const deliveryItem = z.strictObject({
  id: idShape,
  event: z.string(),
  state: deliveryState,
  tries: countShape,
  status: z.int().nullable(),
  problem: z.string().nullable(),
  createdAt: instantShape,
  triedAt: instantShape.nullable(),
});
export type DeliveryItem = z.output<typeof deliveryItem>;
export const deliveries = pageShape(deliveryItem);
