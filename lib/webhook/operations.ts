import type { noInput } from '@/lib/core/fields';
import { create, del, get, patch, post } from '@/lib/core/operation';
import type {
  askedDelivery,
  changedWebhook,
  createdWebhook,
  createWebhookInput,
  deliveries,
  deliveryInput,
  editWebhookInput,
  listDeliveriesInput,
  replaceKeyInput,
  webhookInput,
  webhooks,
} from './schema';

const EACH = '/webhooks/{webhookId}';

export const webhookOperations = {
  listWebhooks: get<typeof noInput, typeof webhooks>('webhook.list', '/webhooks', 'Own webhooks'),
  createWebhook: create<typeof createWebhookInput, typeof createdWebhook>(
    'webhook.create',
    '/webhooks',
    'Have changes sent to an address; the signing key is shown once',
  ),
  editWebhook: patch<typeof editWebhookInput, typeof changedWebhook>(
    'webhook.edit',
    EACH,
    'Change where a webhook sends to, and what',
  ),
  replaceKey: create<typeof replaceKeyInput, typeof createdWebhook>(
    'webhook.replace_key',
    `${EACH}/key`,
    'Make a new signing key, shown once; the one before signs for a day or no more',
  ),
  endWebhook: del<typeof webhookInput, typeof changedWebhook>('webhook.end', EACH, 'Delete a webhook'),
  testWebhook: post<typeof webhookInput, typeof askedDelivery>(
    'webhook.test',
    `${EACH}/test`,
    'Send a delivery that tells of nothing',
  ),
  listDeliveries: get<typeof listDeliveriesInput, typeof deliveries>(
    'webhook.deliveries',
    `${EACH}/deliveries`,
    'What a webhook sent, newest first',
  ),
  resendDelivery: post<typeof deliveryInput, typeof askedDelivery>(
    'webhook.resend',
    `${EACH}/deliveries/{deliveryId}/resend`,
    'Send a delivery again',
  ),
};
