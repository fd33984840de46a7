import type { noInput } from '@/lib/core/fields';
import { create, get, post } from '@/lib/core/operation';
import type {
  apiTokens,
  createApiTokenInput,
  createdApiToken,
  revokeApiTokenInput,
  revokedApiToken,
} from './schema';

export const tokenOperations = {
  listApiTokens: get<typeof noInput, typeof apiTokens>('token.list', '/account/tokens', 'Own API tokens'),
  createApiToken: create<typeof createApiTokenInput, typeof createdApiToken>(
    'token.create',
    '/account/tokens',
    'Create an API token; its key is shown once',
  ),
  revokeApiToken: post<typeof revokeApiTokenInput, typeof revokedApiToken>(
    'token.revoke',
    '/account/tokens/{tokenId}/revoke',
    'End an API token',
  ),
};
