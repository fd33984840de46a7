import { listAudit, listInstallationAudit } from '@/lib/audit/queries/list';
import { inInstallation, inProgram } from '../operation';

export const auditOperations = [
  inProgram(listAudit, {
    method: 'GET',
    path: '/audit',
    summary: 'Every change in the program, who made it and by what means',
  }),
  inInstallation(listInstallationAudit, {
    method: 'GET',
    path: '/audit',
    summary: 'Changes of accounts, sign-ins, admins and tokens',
  }),
];
