import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { Notice } from '@/components/ui/notice';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { Tabs } from '@/components/ui/tabs';
import type { ProgramEntry } from '@/lib/core/scope';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { programName } from '@/lib/program/rules';
import { SETUP_PARTS, type SetupPart, setupAddress } from './setup-address';

type Props = {
  program: ProgramEntry;
  stages: readonly MeetingStage[];
  stage: MeetingStage;
  part: SetupPart;
  canPlan: boolean;
  children: ReactNode;
};

/** The frame of the set-up: which stage, which part of it; who may only read is told once. */
export function SetupFrame({ program, stages, stage, part, canPlan, children }: Props) {
  const t = useTranslations('timetable-setup');
  const names = useTranslations('pair.stage');
  return (
    <>
      <PageHeader
        back={{ href: `/programs/${program.slug}/timetable?stage=${stage}`, label: t('back') }}
        title={t('title')}
        subtitle={programName(program, useLocale())}
        actions={
          <SegmentedLinks
            label={t('parts')}
            items={SETUP_PARTS.map((each) => ({
              href: setupAddress(program.slug, stage, each),
              label: t(`part.${each}`),
              current: each === part,
            }))}
          />
        }
      >
        <Tabs
          label={t('stages')}
          tabs={stages.map((each) => ({
            href: setupAddress(program.slug, each, part),
            label: names(each),
            current: each === stage,
          }))}
        />
      </PageHeader>
      <div className="grid content-start gap-6">
        {!canPlan && <Notice>{t('readOnly')}</Notice>}
        <ClientMessages namespaces={['timetable-setup', 'program', 'pair']}>{children}</ClientMessages>
      </div>
    </>
  );
}
