import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PeopleTable } from '@/components/person/people-table';
import { PeopleTabs } from '@/components/person/people-tabs';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import type { RawQuery } from '@/lib/core/address';
import { formatDateTime } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import { canReadInstallation } from '@/lib/person/policy';
import { listPeople } from '@/lib/person/queries/people';
import { homeZoneOf } from '@/lib/person/rules/home-zone';
import { peopleAddress, readPeopleAddress } from '@/lib/person/rules/people-address';
import { requireRight } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('person.people');
  return { title: t('title') };
}

type Props = { searchParams: Promise<RawQuery> };

export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await requireRight(canReadInstallation);
  const { q, show, cursor } = readPeopleAddress(await searchParams);
  const [t, locale, page] = await Promise.all([
    getTranslations('person.people'),
    getLocale(),
    orNotFound(listPeople(viewer, { q, show, ...(cursor ? { cursor } : {}) })),
  ]);
  const zone = homeZoneOf(viewer);
  const rows = page.items.map(({ createdAt: _, lastSeenAt, programs, ...person }) => ({
    ...person,
    name: shownName(person, locale),
    isMe: person.personId === viewer.personId,
    seen: lastSeenAt ? formatDateTime(new Date(lastSeenAt), zone, locale) : t('notHere'),
    programs: programs.map((one) => ({ slug: one.slug, name: shownName(one, locale), role: one.role })),
  }));
  return (
    <ClientMessages namespaces={['person', 'program']}>
      <PageHeader
        title={t('title')}
        actions={
          <search>
            <form>
              <input type="hidden" name="show" value={show} />
              <SearchBox label={t('search')} defaultValue={q} />
            </form>
          </search>
        }
      >
        <PeopleTabs current={show} />
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title={t(q ? 'notFound' : 'empty')}>{t(q ? 'notFoundText' : 'emptyText')}</EmptyState>
      ) : (
        <PeopleTable people={rows} />
      )}
      {(cursor || page.nextCursor) && (
        <Pagination
          label={t('pages')}
          status={t('shown', { count: rows.length })}
          previousHref={cursor ? peopleAddress({ q, show }) : undefined}
          nextHref={page.nextCursor ? peopleAddress({ q, show, cursor: page.nextCursor }) : undefined}
        />
      )}
    </ClientMessages>
  );
}
