import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import type { Messages } from '@/lib/platform/catalogue';
import type { Tx } from '@/lib/platform/database';
import { addressOf, mailTo, queueMail } from '@/lib/platform/mail';
import { wordsIn } from '@/lib/platform/say';
import { findWaysIn } from '../queries/account';

type Change = keyof Messages['person']['mail']['changed'];
type Details = { name?: string; waysThatStay?: Awaited<ReturnType<typeof findWaysIn>> };

/**
 * Tells a person by mail that a way into their account was added or taken away, so that they learn of what they did not do.
 * `name`: of the passkey or provider that it is about. Nothing in the mail opens an account.
 */
export async function queueSecurityMail(
  tx: Tx,
  personId: string,
  change: Change,
  { name = '', waysThatStay }: Details = {},
): Promise<void> {
  const { locale, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, nameEn: true, email: true, locale: true },
  });
  const reader = { ...person, locale: locale as Locale };
  const t = wordsIn(reader.locale, 'person.mail');
  const { passkeys = [], identities = [], secondFactor = null } = waysThatStay ?? {};
  const stays = [
    ...passkeys.map((passkey) => t('way.passkey', { name: passkey.name })),
    ...identities.map(({ issuer }) => t('way.identity', { name: new URL(issuer).host })),
    ...(secondFactor ? [t('way.factor')] : []),
  ].map((way) => `- ${way}`);
  const paragraphs = [
    t('hello', { name: shownName(reader, reader.locale) }),
    t(`changed.${change}`, { name }),
    ...(stays.length > 0 ? [[t('stays'), ...stays].join('\n')] : []),
    t('notYou'),
    addressOf('/account'),
    t('signature'),
  ];
  await queueMail(tx, mailTo(reader, t('subject'), paragraphs));
}

/**
 * Tells of a new password, and names what else opens the account: none of it ended, and somebody else may have added it. The
 * transaction speaks for the person, or for nobody.
 */
export async function queuePasswordMail(
  tx: Tx,
  personId: string,
  change: 'passwordChanged' | 'passwordSet',
): Promise<void> {
  await queueSecurityMail(tx, personId, change, { waysThatStay: await findWaysIn(tx, personId) });
}
