import { noInput } from '@/lib/core/fields';
import type { Locale } from '@/lib/core/locale';
import type { Theme, Viewer } from '@/lib/core/scope';
import { asViewer, type Tx } from '@/lib/platform/database';
import { viewerQuery } from '@/lib/platform/query';
import { accountOperations } from '../operations/account';
import { type Account, account } from '../schema/account';

/** One's own account, where it is signed in and by what it is opened. Instants are ISO with Z. */
export const findAccount = viewerQuery({
  operation: accountOperations.findAccount,
  input: noInput,
  output: account,
  may: () => true,
  run: async (tx, viewer) => {
    const [{ id, signIns, locale, theme, hasPassword, ...person }, waysIn] = await Promise.all([
      tx.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: ofPerson(new Date()) }),
      findWaysIn(tx, viewer.personId),
    ]);
    return {
      ...person,
      ...waysIn,
      personId: id,
      isPasswordSet: hasPassword === true,
      locale: locale as Locale,
      theme: theme as Theme,
      signIns: signIns.map((one) => ({
        ...one,
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
        isThis: one.id === viewer.accessId,
      })),
    };
  },
});

function ofPerson(now: Date) {
  return {
    ...{ id: true, name: true, nameEn: true, email: true, locale: true, theme: true, isAdmin: true },
    version: true,
    hasPassword: true,
    signIns: {
      where: { expiresAt: { gt: now }, needsFactor: false },
      orderBy: [{ lastSeenAt: 'desc' as const }, { id: 'desc' as const }],
      select: { id: true, userAgent: true, method: true, createdAt: true, lastSeenAt: true },
    },
  };
}

/** What a person signs in by besides the password. The transaction speaks for them, or for nobody. */
export async function findWaysIn(
  tx: Tx,
  personId: string,
): Promise<Pick<Account, 'passkeys' | 'secondFactor' | 'identities'>> {
  const passkeys = await tx.passkey.findMany({
    where: { personId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
  const factor = await tx.secondFactor.findUnique({ where: { personId }, select: { confirmedAt: true } });
  const recoveryCodesLeft = await tx.recoveryCode.count({ where: { personId, usedAt: null } });
  const identities = await tx.personIdentity.findMany({
    where: { personId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, issuer: true, email: true, createdAt: true, lastUsedAt: true },
  });
  return {
    passkeys: passkeys.map((each) => ({
      ...each,
      createdAt: each.createdAt.toISOString(),
      lastUsedAt: each.lastUsedAt?.toISOString() ?? null,
    })),
    secondFactor: factor?.confirmedAt
      ? { confirmedAt: factor.confirmedAt.toISOString(), recoveryCodesLeft }
      : null,
    identities: identities.map((each) => ({
      ...each,
      createdAt: each.createdAt.toISOString(),
      lastUsedAt: each.lastUsedAt?.toISOString() ?? null,
    })),
  };
}

/** For a command that compares it with a password outside any transaction. */
export function passwordHashOf(viewer: Viewer): Promise<string | null> {
  return asViewer(viewer, async (tx) => {
    const { personId: id } = viewer;
    const [own] = await tx.$queryRaw<{ hash: string | null }[]>`select password_hash_of(${id}::uuid) as hash`;
    return own?.hash ?? null;
  });
}
