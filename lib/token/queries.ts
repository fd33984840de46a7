import { noInput } from '@/lib/core/fields';
import { viewerQuery } from '@/lib/platform/query';
import { tokenOperations } from './operations';
import type { TOKEN_ACCESS } from './schema';

export type TokenAccess = (typeof TOKEN_ACCESS)[number];

/** A token without its key, which nobody can read again. Instants are ISO with Z. */
export type ApiTokenItem = {
  id: string;
  name: string;
  access: TokenAccess;
  /** Slugs of the programs it may enter; empty means all of its owner's. One that its owner left has no name here. */
  programs: string[];
  createdAt: string;
  /** To the hour; null when it was never used. */
  lastUsedAt: string | null;
  expiresAt: string;
  isExpired: boolean;
  revokedAt: string | null;
};

/** One's own API tokens, the newest first; revoked ones stay in the list for their record. */
export const listApiTokens = viewerQuery({
  operation: tokenOperations.listApiTokens,
  input: noInput,
  may: () => true,
  run: async (tx, viewer): Promise<{ items: ApiTokenItem[] }> => {
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
