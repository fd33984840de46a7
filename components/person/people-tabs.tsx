import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import type { PeopleShow } from '@/lib/person/rules/people-address';

/** The faces of the installation's people: those here, the admins, closed accounts, and what was changed. */
export function PeopleTabs({ current }: { current: PeopleShow | 'audit' }) {
  const t = useTranslations('person.people');
  return (
    <Tabs
      label={t('views')}
      tabs={[
        { href: '/people', label: t('active'), current: current === 'active' },
        { href: '/people?show=admins', label: t('admins'), current: current === 'admins' },
        { href: '/people?show=archived', label: t('closed'), current: current === 'archived' },
        { href: '/people/audit', label: t('audit'), current: current === 'audit' },
      ]}
    />
  );
}
