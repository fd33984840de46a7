import { get } from '@/lib/core/operation';
import type { auditPage, listAuditInput, listInstallationAuditInput } from './schema';

export const auditOperations = {
  listAudit: get<typeof listAuditInput, typeof auditPage>(
    'audit.list',
    '/programs/{program}/audit',
    'Every change in the program, who made it and by what means',
  ),
  listInstallationAudit: get<typeof listInstallationAuditInput, typeof auditPage>(
    'audit.installation',
    '/audit',
    'Changes of accounts, sign-ins, admins and tokens',
  ),
};
