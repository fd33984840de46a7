import { formatDateTime } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { nameIn, type PersonName, shownName } from '@/lib/core/shown-name';
import type { MemberRole } from '@/lib/person/policy';
import { addressOf, type Mail, type MailReader, mailTo } from '@/lib/platform/mail';
import { wordsIn } from '@/lib/platform/say';
import type { OpenedLink } from './open-link';

/** Of the office at home, where no program names one. */
const HOME_ZONE = 'Asia/Seoul';

type Invited = {
  reader: MailReader;
  program: ProgramEntry;
  role: MemberRole;
  by: PersonName;
};

/** To somebody who has no password yet. */
export function invitationMail({ reader, program, role, by }: Invited, link: OpenedLink): Mail {
  const { locale } = reader;
  const t = wordsIn(locale, 'invitation.mail');
  const title = shownName(program, locale);
  return mailTo(reader, t('inviteSubject', { program: nameIn(program, locale) }), [
    t('hello', { name: shownName(reader, locale) }),
    t('invite', { by: shownName(by, locale), program: title, role: t(`role.${role}`) }),
    t('setPassword'),
    addressOf(link.path),
    t('once', { until: formatDateTime(link.expiresAt, program.homeZone, locale) }),
    t('ignore'),
    t('signature'),
  ]);
}

/** To somebody who can sign in already: no link, so nothing in it opens an account. */
export function addedMail({ reader, program, role, by }: Invited): Mail {
  const { locale } = reader;
  const t = wordsIn(locale, 'invitation.mail');
  const title = shownName(program, locale);
  return mailTo(reader, t('addedSubject', { program: nameIn(program, locale) }), [
    t('hello', { name: shownName(reader, locale) }),
    t('added', { by: shownName(by, locale), program: title, role: t(`role.${role}`) }),
    addressOf(`/programs/${program.slug}`),
    t('signature'),
  ]);
}

/** To whoever asked for a new password, or never took up an invitation. */
export function newPasswordMail(reader: MailReader, link: OpenedLink): Mail {
  return linkMail(reader, link, 'newPassword');
}

/** To whoever asked for a link that signs in. */
export function signInMail(reader: MailReader, link: Pick<OpenedLink, 'path' | 'expiresAt'>): Mail {
  return linkMail(reader, link, 'signIn');
}

function linkMail(
  reader: MailReader,
  link: Pick<OpenedLink, 'path' | 'expiresAt'>,
  what: 'newPassword' | 'signIn',
): Mail {
  const { locale } = reader;
  const t = wordsIn(locale, 'invitation.mail');
  return mailTo(reader, t(`${what}Subject`), [
    t('hello', { name: shownName(reader, locale) }),
    t(what),
    addressOf(link.path),
    t('once', { until: formatDateTime(link.expiresAt, HOME_ZONE, locale) }),
    t('ignore'),
    t('signature'),
  ]);
}
