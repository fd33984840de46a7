import type { z } from 'zod';
import { endOfDay, startOfDay } from '@/lib/core/dates';
import { programQuery, viewerQuery } from '@/lib/platform/query';
import { Prisma } from '@/prisma/client/client';
import { auditOperations } from '../operations';
import { canReadAudit, canReadInstallationAudit } from '../policy';
import { listAuditInput, listInstallationAuditInput } from '../schema';
import { type AuditPage, selectAudit } from './select';

/** Of the office at home: entries of the installation belong to no program. */
const HOME_ZONE = 'Asia/Seoul';

type Filter = z.output<typeof listAuditInput>;

function conditions({ person, noun, pair, from, to }: Filter, timeZone: string): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (person) parts.push(Prisma.sql`e.by_id = ${person}::uuid`);
  if (noun) parts.push(Prisma.sql`split_part(e.command, '.', 1) = ${noun}`);
  if (pair) parts.push(Prisma.sql`e.pair_id = ${pair}::uuid`);
  if (from) parts.push(Prisma.sql`e.at >= ${startOfDay(from, timeZone)}`);
  if (to) parts.push(Prisma.sql`e.at < ${endOfDay(to, timeZone)}`);
  return Prisma.join(parts, ' and ');
}

/** Every change in the program, who made it and by what means, the latest first, 50 a page. */
export const listAudit = programQuery({
  operation: auditOperations.listAudit,
  input: listAuditInput,
  may: canReadAudit,
  run: (tx, scope, { limit = 50, cursor, ...filter }): Promise<AuditPage> =>
    selectAudit(tx, {
      // Of a note the asker may not read, not even that it was written: row-level security answers the subselect.
      where: Prisma.sql`e.program_id = ${scope.programId}::uuid and ${conditions(filter, scope.program.homeZone)}
        and (e.subject <> 'note' or exists (
          select from note n where n.program_id = e.program_id and n.id::text = e.subject_id))`,
      limit,
      cursor,
    }),
});

/** What belongs to no program: accounts, sign-ins, admins, API tokens. */
export const listInstallationAudit = viewerQuery({
  operation: auditOperations.listInstallationAudit,
  input: listInstallationAuditInput,
  may: canReadInstallationAudit,
  run: (tx, _viewer, { limit = 50, cursor, ...filter }): Promise<AuditPage> =>
    selectAudit(tx, {
      where: Prisma.sql`e.program_id is null and ${conditions(filter, HOME_ZONE)}`,
      limit,
      cursor,
    }),
});
