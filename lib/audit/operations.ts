import { get } from '@/lib/core/operation';
import type {
  auditPage,
  changesPage,
  listAuditInput,
  listChangesInput,
  listInstallationAuditInput,
} from './schema';

export const auditOperations = {
  listAudit: get<typeof listAuditInput, typeof auditPage>(
    'audit.list',
    '/programs/{program}/audit',
    'Every change in the program, who made it and by what means',
  ),
  listChanges: get<typeof listChangesInput, typeof changesPage>(
    'audit.changes',
    '/programs/{program}/changes',
    'What changed after a number, in an order that never gains an entry behind one that was read',
  ),
  listInstallationAudit: get<typeof listInstallationAuditInput, typeof auditPage>(
    'audit.installation',
    '/audit',
    'Changes of accounts, sign-ins, admins and tokens',
  ),
};
