import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { Notice } from '@/components/ui/notice';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { type SettingsSection, SettingsTabs } from './settings-tabs';

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
        {!canEdit && <Notice>{t('readOnly')}</Notice>}
        <ClientMessages namespaces={['program', 'pair']}>{children}</ClientMessages>
      </div>
    </>
  );
}
