import { addStartup, archiveStartup, editStartup, restoreStartup } from '@/lib/startup/commands';
import { getStartup } from '@/lib/startup/queries/item';
import { listStartups } from '@/lib/startup/queries/list';
import { inProgram } from '../operation';

export const startupOperations = [
  inProgram(listStartups, {
    method: 'GET',
    path: '/startups',
    summary: 'Startups by name, with their figures',
  }),
  inProgram(getStartup, {
    method: 'GET',
    path: '/startups/{startup}',
    summary: 'One startup with its people and figures',
  }),
  inProgram(addStartup, { method: 'POST', path: '/startups', summary: 'Add a startup', creates: true }),
  inProgram(editStartup, { method: 'PATCH', path: '/startups/{startup}', summary: 'Change the profile' }),
  inProgram(archiveStartup, {
    method: 'POST',
    path: '/startups/{startup}/archive',
    summary: 'Archive a startup',
  }),
  inProgram(restoreStartup, {
    method: 'POST',
    path: '/startups/{startup}/restore',
    summary: 'Restore a startup',
  }),
];
