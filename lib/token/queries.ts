import { viewerQuery } from '@/lib/platform/query';
import { listApiTokensInput } from './schema';

/** A token without its key, which nobody can read again. Instants are ISO with Z. */
export type ApiTokenItem = {
  id: string;
  name: string;
  createdAt: string;
  /** To the hour; null when it was never used. */
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** One's own API tokens, the newest first; revoked ones stay in the list for their record. */
export const listApiTokens = viewerQuery({
  name: 'token.list',
  input: listApiTokensInput,
  may: () => true,
  run: async (tx, viewer): Promise<{ items: ApiTokenItem[] }> => {
    const rows = await tx.apiToken.findMany({
      where: { personId: viewer.personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: { id: true, name: true, createdAt: true, lastUsedAt: true, revokedAt: true },
    });
    const items = rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
    return { items };
  },
});
