import { get } from '@/lib/core/operation';
import type { listAuditInput, listInstallationAuditInput } from './schema';

export const auditOperations = {
  listAudit: get<typeof listAuditInput>(
    'audit.list',
    '/programs/{program}/audit',
    'Every change in the program, who made it and by what means',
  ),
  listInstallationAudit: get<typeof listInstallationAuditInput>(
    'audit.installation',
    '/audit',
    'Changes of accounts, sign-ins, admins and tokens',
  ),
};
