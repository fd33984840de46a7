import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { Tabs } from '@/components/ui/tabs';
import { formatDay, zoneName } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { TimetableOverview } from '@/lib/timetable/schema/stage';
import { SETUP_PARTS, type SetupPart, setupAddress } from '../address';

type Props = {
  program: ProgramEntry;
  stages: readonly MeetingStage[];
  stage: MeetingStage;
  part: SetupPart;
  canPlan: boolean;
  children: ReactNode;
};

/** The frame of the set-up: which stage, which part of it; a notice for those who may only read. */
export function SetupFrame({ program, stages, stage, part, canPlan, children }: Props) {
  const t = useTranslations('timetable-setup');
  const names = useTranslations('pair.stage');
  return (
    <>
      <PageHeader
        back={{ href: `/programs/${program.slug}/timetable?stage=${stage}`, label: t('back') }}
        title={t('title')}
        subtitle={shownName(program, useLocale())}
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
        {!canPlan && program.closedAt === null && <Notice>{t('readOnly')}</Notice>}
        <ClientMessages namespaces={['timetable-setup', 'program', 'pair']}>{children}</ClientMessages>
      </div>
    </>
  );
}

type FactsProps = { slug: string; overview: Pick<TimetableOverview, 'setup' | 'slots' | 'tables'> };

/** The days, slots and tables the stage has already, and the ways to where they are set. */
export function StageFacts({ slug, overview: { setup, slots, tables } }: FactsProps) {
  const t = useTranslations('timetable-setup.facts');
  const locale = useLocale();
  const day = (text: string) => {
    const read = parseDay(text);
    return read ? formatDay(read, locale) : text;
  };
  const days = setup.startsOn === setup.endsOn ? [setup.startsOn] : [setup.startsOn, setup.endsOn];
  const zone = zoneName(new Date(slots[0]?.startsAt ?? `${setup.startsOn}T12:00:00Z`), setup.zone);
  const facts = [
    `${days.map(day).join(' – ')} ${zone}`,
    t('slots', { count: slots.length, minutes: setup.meetingMinutes }),
    setup.usesTables ? t('tables', { count: tables.length }) : t('links'),
  ];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span>{facts.join(' · ')}</span>
      <span className="flex flex-wrap gap-x-4">
        <TextLink href={`/programs/${slug}/settings/stages`}>{t('toStages')}</TextLink>
        <TextLink href={`/programs/${slug}/settings/venue`}>{t('toVenue')}</TextLink>
      </span>
    </p>
  );
}
