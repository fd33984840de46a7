'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { AccountMenu, type PersonRow } from './account-menu';

/** The people of the installation; on a phone programs stand below the name. */
export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  const t = useTranslations('person.people');
  return (
    <Table caption={t('title')}>
      <thead className="max-sm:sr-only">
        <tr>
          <HeaderCell>{t('person')}</HeaderCell>
          <HeaderCell className="max-sm:hidden">{t('programs')}</HeaderCell>
          <HeaderCell className="max-lg:hidden">{t('seen')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('actions')}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <HeaderCell scope="row" className="font-normal">
              <span className="flex flex-wrap items-center gap-x-2 font-medium">
                <span className="min-w-0 break-words">{person.name}</span>
                {person.isAdmin && <Badge tone="action">{t('admin')}</Badge>}
                {!person.joined && <Badge tone="info">{t('notJoined')}</Badge>}
              </span>
              <span className="block text-sm break-all text-ink-2">{person.email}</span>
              <div className="sm:hidden">
                <Programs person={person} />
              </div>
            </HeaderCell>
            <Cell className="max-sm:hidden">
              <Programs person={person} />
            </Cell>
            <Cell className="text-sm text-ink-2 tabular-nums max-lg:hidden">{person.seen}</Cell>
            <Cell className="text-end">
              <AccountMenu person={person} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Programs({ person }: { person: PersonRow }) {
  const t = useTranslations('person');
  if (person.programs.length === 0)
    return <span className="text-sm text-ink-2">{t('people.noProgram')}</span>;
  return (
    <ul>
      {person.programs.map(({ slug, name, role }) => (
        <li key={slug} className="text-sm">
          <Link href={`/programs/${slug}/people`} className="ui-link">
            {name}
          </Link>{' '}
          <span className="text-ink-2">{t(`role.${role}`)}</span>
        </li>
      ))}
    </ul>
  );
}
