import type { Tx } from '@/lib/platform/database';
import { hashSecret, newSecret } from '@/lib/platform/secret';

/** So many browsers of one person are remembered. */
const MOST = 20;

/** The hash of a browser's secret where the person with this address signed in there before; null else. */
export async function findKnownBrowser(
  tx: Tx,
  email: string,
  browser: string | null,
): Promise<string | null> {
  const secretHash = hashSecret(browser ?? '');
  const known = await tx.knownBrowser.findFirst({
    where: { secretHash, person: { email, archivedAt: null } },
    select: { secretHash: true },
  });
  return known?.secretHash ?? null;
}

/** Remembers the browser of a sign-in that succeeded, and gives the secret it is to keep. It opens nothing. */
export async function rememberBrowser(
  tx: Tx,
  personId: string,
  browser: string | null,
  now: Date,
): Promise<string> {
  const secret = browser ?? newSecret();
  const secretHash = hashSecret(secret);
  await tx.knownBrowser.upsert({
    where: { personId_secretHash: { personId, secretHash } },
    create: { personId, secretHash, lastAt: now },
    update: { lastAt: now },
    select: { personId: true },
  });
  const old = await tx.knownBrowser.findMany({
    where: { personId },
    orderBy: { lastAt: 'desc' },
    skip: MOST,
    select: { secretHash: true },
  });
  if (old.length > 0) {
    await tx.knownBrowser.deleteMany({
      where: { personId, secretHash: { in: old.map((each) => each.secretHash) } },
    });
  }
  return secret;
}
