import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

const SECTIONS = {
  basics: '',
  stages: '/stages',
  venue: '/venue',
  rates: '/rates',
} as const;
export type SettingsSection = keyof typeof SECTIONS;

export function SettingsTabs({ slug, current }: { slug: string; current: SettingsSection }) {
  const t = useTranslations('program.settings');
  return (
    <Tabs
      label={t('sections')}
      tabs={(Object.keys(SECTIONS) as SettingsSection[]).map((section) => ({
        href: `/programs/${slug}/settings${SECTIONS[section]}`,
        label: t(section),
        current: section === current,
      }))}
    />
  );
}
