import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/shell/client-messages';
import { ExportMenu } from '@/components/shell/export-menu';
import { PageHeader } from '@/components/shell/page-header';
import { OwnWishes } from '@/components/timetable/wishes/own-wishes';
import { EmptyState } from '@/components/ui/empty-state';
import { WHOLE_LIST } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { listWishes } from '@/lib/timetable/queries/wishes';

export async function StartupWishes({ scope }: { scope: ProgramScope }) {
  const [t, home, locale, { items }] = await Promise.all([
    getTranslations('timetable-setup.own'),
    getTranslations('home'),
    getLocale(),
    listWishes(scope, { limit: WHOLE_LIST }),
  ]);
  const { program } = scope;
  return (
    <>
      <PageHeader
        back={{ href: `/programs/${program.slug}`, label: home('title') }}
        title={t('title')}
        subtitle={shownName(program, locale)}
        actions={<ExportMenu slug={program.slug} what="wishes" asked={{}} />}
      />
      {items.length === 0 ? (
        <EmptyState title={t('noneFound')} />
      ) : (
        <ClientMessages namespaces={['timetable-setup']}>
          <OwnWishes slug={program.slug} items={items} />
        </ClientMessages>
      )}
    </>
  );
}
