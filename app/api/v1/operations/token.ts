import { createApiToken, revokeApiToken } from '@/lib/token/commands';
import { listApiTokens } from '@/lib/token/queries';
import { inInstallation } from '../operation';

export const tokenOperations = [
  inInstallation(listApiTokens, { method: 'GET', path: '/account/tokens', summary: 'Own API tokens' }),
  inInstallation(createApiToken, {
    method: 'POST',
    path: '/account/tokens',
    summary: 'Create an API token; its key is shown once',
    creates: true,
  }),
  inInstallation(revokeApiToken, {
    method: 'POST',
    path: '/account/tokens/{token}/revoke',
    summary: 'End an API token',
  }),
];
