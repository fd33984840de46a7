import { noInput } from '@/lib/core/fields';
import type { Viewer } from '@/lib/core/scope';
import { MOST_BESIDE } from '@/lib/core/shapes';
import { asViewer } from '@/lib/platform/database';
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
      take: MOST_BESIDE,
      select: {
        ...{ id: true, name: true, access: true, programIds: true, assistantWrites: true },
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

/** Whether the token that the viewer came with lets an assistant change something. */
export async function mayAssistantWrite(viewer: Viewer): Promise<boolean> {
  if (!viewer.limits || viewer.limits.readOnly) return false;
  const where = { id: viewer.accessId, personId: viewer.personId };
  const found = await asViewer(viewer, (tx) =>
    tx.apiToken.findUnique({ where, select: { assistantWrites: true } }),
  );
  return found?.assistantWrites === true;
}
