import type { noInput } from '@/lib/core/fields';
import { create, get, post } from '@/lib/core/operation';
import type { createApiTokenInput, revokeApiTokenInput } from './schema';

export const tokenOperations = {
  listApiTokens: get<typeof noInput>('token.list', '/account/tokens', 'Own API tokens'),
  createApiToken: create<typeof createApiTokenInput>(
    'token.create',
    '/account/tokens',
    'Create an API token; its key is shown once',
  ),
  revokeApiToken: post<typeof revokeApiTokenInput>(
    'token.revoke',
    '/account/tokens/{tokenId}/revoke',
    'End an API token',
  ),
};
