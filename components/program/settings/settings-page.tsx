import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import { formatMoney, money } from '@/lib/core/money';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { ProgramItem } from '@/lib/program/schema/settings';

const SECTIONS = {
  basics: '',
  stages: '/stages',
  venue: '/venue',
  rates: '/rates',
} as const;
type SettingsSection = keyof typeof SECTIONS;

function SettingsTabs({ slug, current }: { slug: string; current: SettingsSection }) {
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

type Props = { program: ProgramEntry; section: SettingsSection; canEdit: boolean; children: ReactNode };

/** The frame of every section; who may only read is told once, at the top. */
export function SettingsPage({ program, section, canEdit, children }: Props) {
  const t = useTranslations('program.settings');
  return (
    <>
      <PageHeader title={t('title')} subtitle={shownName(program, useLocale())}>
        <SettingsTabs slug={program.slug} current={section} />
      </PageHeader>
      <div className="grid content-start gap-8">
        {!canEdit && program.closedAt === null && <Notice>{t('readOnly')}</Notice>}
        <ClientMessages namespaces={['program', 'pair']}>{children}</ClientMessages>
      </div>
    </>
  );
}

/** The same facts for those who only read them. */
export function BasicsList({ program }: { program: ProgramItem }) {
  const t = useTranslations('program.form');
  const settings = useTranslations('program.settings');
  const locale = useLocale();
  const day = program.asOfDefault ? parseDay(program.asOfDefault) : null;
  const items = (
    ['name', 'nameEn', 'slug', 'venue', 'venueEn', 'venueZone', 'homeZone', 'baseCurrency'] as const
  ).map((field) => ({ term: t(field), detail: program[field] || settings('notSet') }));
  const asOf = { term: t('asOfDefault'), detail: day ? formatDay(day, locale) : settings('notSet') };
  const { evidenceLimit, largeAmount, baseCurrency } = program;
  const limit = {
    term: t('evidenceLimit'),
    detail: evidenceLimit === null ? t('noLimit') : formatMoney(money(evidenceLimit, baseCurrency), locale),
  };
  const large = {
    term: t('largeAmount'),
    detail: largeAmount === null ? t('usualAmount') : formatMoney(money(largeAmount, baseCurrency), locale),
  };
  return <DescriptionList items={[...items, asOf, limit, large]} />;
}
