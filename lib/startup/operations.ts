import { create, get, patch, post } from '@/lib/core/operation';
import type {
  addStartupInput,
  editStartupInput,
  getStartupInput,
  listStartupsInput,
  restoreStartupInput,
  startupInput,
} from './schema';

export const startupOperations = {
  listStartups: get<typeof listStartupsInput>(
    'startup.list',
    '/programs/{program}/startups',
    'Startups by name, with their figures',
  ),
  getStartup: get<typeof getStartupInput>(
    'startup.get',
    '/programs/{program}/startups/{startupId}',
    'One startup with its people and figures',
  ),
  addStartup: create<typeof addStartupInput>('startup.add', '/programs/{program}/startups', 'Add a startup'),
  editStartup: patch<typeof editStartupInput>(
    'startup.edit',
    '/programs/{program}/startups/{startupId}',
    'Change the profile',
  ),
  archiveStartup: post<typeof startupInput>(
    'startup.archive',
    '/programs/{program}/startups/{startupId}/archive',
    'Archive a startup',
  ),
  restoreStartup: post<typeof restoreStartupInput>(
    'startup.restore',
    '/programs/{program}/startups/{startupId}/restore',
    'Restore a startup',
  ),
};
