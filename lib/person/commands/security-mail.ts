import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/core/locale';
import { shownName } from '@/lib/core/shown-name';
import { CATALOGUE, type Messages } from '@/lib/platform/catalogue';
import type { Tx } from '@/lib/platform/database';
import { addressOf, mailTo, queueMail } from '@/lib/platform/mail';

type Change = keyof Messages['person']['mail']['changed'];

/**
 * Tells a person by mail that a way into their account was added or taken away, so that they learn of what they did not do.
 * `name`: of the passkey or provider that it is about. Nothing in the mail opens an account.
 */
export async function queueSecurityMail(tx: Tx, personId: string, change: Change, name = ''): Promise<void> {
  const { locale, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, nameEn: true, email: true, locale: true },
  });
  const reader = { ...person, locale: locale as Locale };
  const t = createTranslator({
    locale: reader.locale,
    messages: CATALOGUE[reader.locale],
    namespace: 'person.mail',
  });
  const paragraphs = [
    t('hello', { name: shownName(reader, reader.locale) }),
    t(`changed.${change}`, { name }),
    t('notYou'),
    addressOf('/account'),
    t('signature'),
  ];
  await queueMail(tx, mailTo(reader, t('subject'), paragraphs));
}
