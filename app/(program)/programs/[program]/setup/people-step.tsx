import { getLocale, getTranslations } from 'next-intl/server';
import { ImportStart } from '@/components/import/import-link';
import { InviteButton } from '@/components/invitation/invite-button';
import { InviteManyButton } from '@/components/invitation/invite-many';
import { LinkButton } from '@/components/ui/link-button';
import { WHOLE_LIST } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn, shownName } from '@/lib/core/shown-name';
import { listStartups } from '@/lib/party/queries/parties';
import { rolesToGive } from '@/lib/person/policy';
import { listMembers } from '@/lib/person/queries/members';

/** Invites people one after the other; who is in the program already stands below. */
export async function PeopleStep({ scope }: { scope: ProgramScope }) {
  const [{ items }, startups, t, program, locale] = await Promise.all([
    listMembers(scope, { limit: WHOLE_LIST }),
    listStartups(scope, { limit: 500 }),
    getTranslations('program.setup'),
    getTranslations('program.role'),
    getLocale(),
  ]);
  const choices = {
    roles: rolesToGive(scope),
    startups: startups.items.map((one) => ({ value: one.id, label: nameIn(one, locale) })),
  };
  const here = items.filter(({ endedAt }) => endedAt === null);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-3">
        <InviteButton choices={choices} />
        <InviteManyButton choices={choices} />
        <ImportStart slug={scope.program.slug} kind="people" />
        <LinkButton size="sm" href={`/programs/${scope.program.slug}/people`}>
          {t('list')}
        </LinkButton>
      </div>
      <ul className="divide-y divide-line">
        {here.map((member) => (
          <li key={member.membershipId} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>{shownName(member, locale)}</span>
            <span className="text-ink-2">{program(member.role)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
