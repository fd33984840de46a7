import { noInput } from '@/lib/core/fields';
import { viewerQuery } from '@/lib/platform/query';
import { tokenOperations } from './operations';
import { apiTokens } from './schema';

/** One's own API tokens, the newest first; revoked ones stay in the list for their record. */
export const listApiTokens = viewerQuery({
  operation: tokenOperations.listApiTokens,
  input: noInput,
  output: apiTokens,
  may: () => true,
  run: async (tx, viewer) => {
    const rows = await tx.apiToken.findMany({
      where: { personId: viewer.personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: {
        ...{ id: true, name: true, access: true, programIds: true },
        ...{ createdAt: true, lastUsedAt: true, expiresAt: true, revokedAt: true },
      },
    });
    const slugs = new Map(viewer.programs.map(({ programId, slug }) => [programId, slug]));
    const items = rows.map(({ programIds, ...row }) => ({
      ...row,
      programs: programIds.map((id) => slugs.get(id) ?? '–'),
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      isExpired: row.expiresAt <= new Date(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
    return { items };
  },
});
