import { LOCALES, type Locale } from '@/lib/core/locale';
import { done } from '@/lib/core/result';
import { invitePerson } from '@/lib/invitation/commands/invite';
import { changeRole, restoreMembership } from '@/lib/person/commands/membership';
import type { MemberRole } from '@/lib/person/policy';
import { type KnownMember, listKnownMembers } from '@/lib/person/queries/known';
import { MEMBER_ROLES } from '../../rules/column-notes';
import { type CellChange, changesOn, conflict, creates, rejected } from '../../rules/judged';
import type { NameIndex } from '../../rules/name-index';
import { withoutEmpty } from '../../rules/row-reader';
import { kindOf, wordsOf } from './kind';
import { loadParties, type NamedParty } from './known';

type Known = { startups: NameIndex<NamedParty>; members: Map<string, KnownMember> };
type Write = {
  member: KnownMember | null;
  email: string;
  name: string;
  nameEn: string | undefined;
  role: MemberRole;
  startupId: string | null;
  locale: Locale | undefined;
};

const ROLE_WORDS = wordsOf(MEMBER_ROLES, (key) => `person.role.${key}`, {
  officer: ['사무국', '운영자', 'Office', 'Program officer'],
  manager: ['관리자', '기관', 'Reader'],
  startup: ['기업', '스타트업', '참가기업', 'Company', 'Founder'],
});
const LANGUAGE_WORDS = wordsOf(LOCALES, (key) => `import.word.language.${key}`, {
  ko: ['국문'],
  en: ['영문'],
});

/** People with their roles, by their e-mail address: who is new is invited, by mail, once the import is applied. */
export const peopleOfProgram = kindOf<Known, Write>({
  load: async (tx, scope, lock) => ({
    startups: await loadParties(tx, scope, 'startup', lock),
    members: await listKnownMembers(tx, scope),
  }),
  judge: (row, { startups, members }, decision) => {
    const email = row.required('email')?.toLowerCase();
    const name = row.required('name');
    const role = row.choice('role', ROLE_WORDS);
    row.required('role');
    const startup = startups.find(row, 'startup');
    if (role === 'startup') row.required('startup');
    const locale = row.choice('language', LANGUAGE_WORDS);
    if (!row.isReadable || !email || !name || !role) return rejected(row.problems);
    const member = members.get(email) ?? null;
    const startupId = role === 'startup' ? (startup?.id ?? null) : null;
    const write = { member, email, name, nameEn: row.text('nameEn'), role, startupId, locale };
    const place = startupId ? `${role}, ${startup?.name}` : role;
    if (!member) return creates(email, [{ field: 'role', from: null, to: place }], write);
    const isSame = member.role === role && member.startupId === startupId;
    if (member.isEnded && decision !== member.id) {
      const choices = [{ decision: member.id, name: member.name }, { decision: 'skip' }];
      return conflict(
        { field: 'email', reason: 'ended_member', params: { name: member.name }, choices },
        email,
      );
    }
    const was = member.isEnded ? null : [member.role, member.startupName].filter(Boolean).join(', ');
    const changes: CellChange[] = isSame && !member.isEnded ? [] : [{ field: 'role', from: was, to: place }];
    return changesOn(member, changes, write, email);
  },
  perform: async (tx, { scope, now, afterCommit }, { member, ...said }) => {
    const call = { now, afterCommit };
    const { role, startupId, locale, ...named } = said;
    if (!member)
      return invitePerson.within(tx, scope, { ...withoutEmpty({ ...named, locale }), role, startupId }, call);
    let { version } = member;
    if (member.isEnded) {
      const restored = await restoreMembership.within(tx, scope, { membershipId: member.id, version }, call);
      if (!restored.ok) return restored;
      version = restored.value.version;
    }
    if (member.role === role && member.startupId === startupId) return done(null);
    return changeRole.within(tx, scope, { membershipId: member.id, version, role, startupId }, call);
  },
  columns: {
    email: 'email',
    name: 'name',
    nameEn: 'nameEn',
    role: 'role',
    startupId: 'startup',
    locale: 'language',
  },
});
