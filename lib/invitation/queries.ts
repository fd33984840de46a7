import type { Locale } from '@/lib/core/locale';
import type { PersonName } from '@/lib/core/shown-name';
import { findWaysIn } from '@/lib/person/queries/account';
import { isSampleAddress } from '@/lib/person/rules/sample-people';
import { asViewer, speakFor, type Tx } from '@/lib/platform/database';
import { hashSecret } from '@/lib/platform/secret';
import { type LinkState, stateOfLink } from './rules';

/** What a link opens, for whoever holds it. */
export type FoundLink = {
  invitationId: string;
  personId: string;
  name: string;
  nameEn: string;
  email: string;
  locale: Locale;
  /** Whether the account is in use already: then the link sets a new password. */
  joined: boolean;
  programId: string | null;
  state: LinkState;
};

/** `admitsSample`: whether people of the sample exist for the request that brought the link; without it they do not. */
type Asked = { now: Date; admitsSample: boolean };

/** The invitation behind a link's secret, or null: unknown, or of an account that is closed to this request. */
export async function findLink(
  tx: Tx,
  secret: string,
  { now, admitsSample }: Asked,
): Promise<FoundLink | null> {
  const [behind] = await tx.$queryRaw<
    { id: string | null }[]
  >`select invitation_behind(${hashSecret(secret)}) as id`;
  if (!behind?.id) return null;
  const found = await tx.invitation.findUnique({
    where: { id: behind.id },
    select: {
      id: true,
      programId: true,
      purpose: true,
      createdAt: true,
      acceptedAt: true,
      revokedAt: true,
      expiresAt: true,
      person: {
        select: {
          id: true,
          name: true,
          nameEn: true,
          email: true,
          locale: true,
          hasJoined: true,
          archivedAt: true,
        },
      },
    },
  });
  if (!found || found.person.archivedAt) return null;
  const { id, name, nameEn, email, locale, hasJoined } = found.person;
  if (isSampleAddress(email) && !admitsSample) return null;
  return {
    invitationId: found.id,
    personId: id,
    name,
    nameEn,
    email,
    locale: locale as Locale,
    joined: hasJoined === true,
    programId: found.programId,
    state: stateOfLink({ ...found, hasNewer: await hasNewer(tx, id, found) }, now),
  };
}

type Sent = { purpose: 'join' | 'admin' | 'reset'; programId: string | null; createdAt: Date };

/** Of several links for a new password none takes another's place. */
async function hasNewer(tx: Tx, personId: string, { purpose, programId, createdAt }: Sent): Promise<boolean> {
  if (purpose === 'reset') return false;
  const newer = await tx.invitation.findFirst({
    where: { personId, purpose, programId, createdAt: { gt: createdAt } },
    select: { id: true },
  });
  return newer !== null;
}

/** How many ways into the account a new password does not end. */
type WaysThatStay = { passkeys: number; identities: number };
const NOTHING_STAYS: WaysThatStay = { passkeys: 0, identities: 0 };

async function countWaysThatStay(tx: Tx, personId: string): Promise<WaysThatStay> {
  await speakFor(tx, 'nobody');
  const { passkeys, identities } = await findWaysIn(tx, personId);
  await speakFor(tx, 'link');
  return { passkeys: passkeys.length, identities: identities.length };
}

type ShownLink = Omit<FoundLink, 'personId'> & {
  stays: WaysThatStay;
  program: { name: string; nameEn: string } | null;
};

/** For the page of a link: whom it greets and into which program. The holder of the link is its authorization. */
export function readLink(
  secret: string,
  { now = new Date(), admitsSample = false }: Partial<Asked> = {},
): Promise<ShownLink | null> {
  return asViewer('link', async (tx) => {
    const link = await findLink(tx, secret, { now, admitsSample });
    if (!link) return null;
    const { personId, ...shown } = link;
    if (link.state !== 'open') return { ...shown, stays: NOTHING_STAYS, program: null };
    const stays = link.joined ? await countWaysThatStay(tx, personId) : NOTHING_STAYS;
    if (!link.programId) return { ...shown, stays, program: null };
    // The link opens the name of its program, and nothing else is read here.
    await tx.$queryRaw`select set_config('app.program', ${link.programId}, true)`;
    const program = await tx.program.findUnique({
      where: { id: link.programId },
      select: { name: true, nameEn: true },
    });
    return { ...shown, stays, program };
  });
}

/** What a link that signs in opens: `open` once and before its end. */
export type FoundSignInLink = PersonName & {
  linkId: string;
  personId: string;
  email: string;
  state: 'open' | 'used' | 'expired';
};

/** The link behind its secret, or null: unknown, or of an account that is closed to this request. */
export async function findSignInLink(
  tx: Tx,
  secret: string,
  { now, admitsSample }: Asked,
): Promise<FoundSignInLink | null> {
  const [behind] = await tx.$queryRaw<
    { id: string | null }[]
  >`select sign_in_link_behind(${hashSecret(secret)}) as id`;
  if (!behind?.id) return null;
  const found = await tx.signInLink.findUnique({
    where: { id: behind.id },
    select: {
      usedAt: true,
      expiresAt: true,
      person: { select: { id: true, name: true, nameEn: true, email: true, archivedAt: true } },
    },
  });
  if (!found || found.person.archivedAt) return null;
  const { id: personId, name, nameEn, email } = found.person;
  if (isSampleAddress(email) && !admitsSample) return null;
  const state = found.usedAt ? 'used' : found.expiresAt > now ? 'open' : 'expired';
  return { linkId: behind.id, personId, name, nameEn, email, state };
}

/** For the page of such a link. Reading it uses nothing up. */
export function readSignInLink(
  secret: string,
  { now = new Date(), admitsSample = false }: Partial<Asked> = {},
): Promise<FoundSignInLink | null> {
  return asViewer('link', (tx) => findSignInLink(tx, secret, { now, admitsSample }));
}
