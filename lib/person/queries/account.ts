import { noInput } from '@/lib/core/fields';
import type { Locale, Theme, Viewer } from '@/lib/core/scope';
import { asViewer } from '@/lib/platform/database';
import { viewerQuery } from '@/lib/platform/query';
import { personOperations } from '../operations';

/** One's own account and where it is signed in. Instants are ISO with Z. */
export type Account = {
  personId: string;
  name: string;
  nameEn: string;
  email: string;
  locale: Locale;
  theme: Theme;
  isAdmin: boolean;
  version: number;
  signIns: {
    id: string;
    /** As the browser introduced itself. */
    userAgent: string;
    createdAt: string;
    lastSeenAt: string;
    /** Whether it is the one asking now. */
    isThis: boolean;
  }[];
};

export const findAccount = viewerQuery({
  operation: personOperations.findAccount,
  input: noInput,
  may: () => true,
  run: async (tx, viewer): Promise<Account> => {
    const { id, signIns, ...person } = await tx.person.findUniqueOrThrow({
      where: { id: viewer.personId },
      select: {
        id: true,
        name: true,
        nameEn: true,
        email: true,
        locale: true,
        theme: true,
        isAdmin: true,
        version: true,
        signIns: {
          where: { expiresAt: { gt: new Date() } },
          orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
          select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
        },
      },
    });
    return {
      ...person,
      personId: id,
      locale: person.locale as Locale,
      theme: person.theme as Theme,
      signIns: signIns.map((one) => ({
        ...one,
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
        isThis: one.id === viewer.door,
      })),
    };
  },
});

/** For a command that compares it with a password outside any transaction. */
export function passwordHashOf(viewer: Viewer): Promise<string | null> {
  return asViewer(viewer, async (tx) => {
    const { personId: id } = viewer;
    const [own] = await tx.$queryRaw<{ hash: string | null }[]>`select password_hash_of(${id}::uuid) as hash`;
    return own?.hash ?? null;
  });
}
