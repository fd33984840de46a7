'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ExportMenu } from '@/components/shell/export-menu';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { formatDateTime } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { RunProgress, TimetableGrid } from '@/lib/timetable/schema/grid';
import { DraftMenu } from './draft-menu';
import { FiguresLine } from './figures';
import { GridBoard } from './grid/grid-board';
import { VIEWS, viewOf } from './grid/grid-model';
import type { FormStart } from './grid/place-form';
import { UnplacedList } from './grid/unplaced-list';
import { useBoard } from './grid/use-board';
import { usePlan } from './grid/use-plan';
import { NothingNotice } from './nothing-notice';
import { SolvePanel, useRun } from './solve-panel';

const WhyNotDialog = late(() => import('./grid/why-not-dialog').then((file) => file.WhyNotDialog));
const PlaceForm = late(() => import('./grid/place-form').then((file) => file.PlaceForm));
const PublishTimetableDialog = late(() =>
  import('./publication').then((file) => file.PublishTimetableDialog),
);

type Props = {
  slug: string;
  homeZone: string;
  initial: TimetableGrid;
  run: RunProgress | null;
  canPlan: boolean;
};
type Opened = { kind: 'whyNot'; pairId: string } | { kind: 'form'; start: FormStart } | { kind: 'publish' };

/** One timetable: its grid to change by hand, the solver beside it, and the way to put it in force. */
export function TimetableScreen({ slug, homeZone, initial, run: firstRun, canPlan }: Props) {
  const t = useTranslations('timetable-grid');
  const locale = useLocale();
  const plan = usePlan(slug, initial);
  const run = useRun(plan, firstRun);
  const { grid } = plan;
  const { timetable, setup } = grid;
  const view = viewOf(useSearchParams().get('by'), setup.usesTables);
  const isDraft = timetable.state === 'draft';
  const canEdit = canPlan && isDraft && !run.isRunning;
  const board = useBoard(plan, view, canEdit);
  const nothing =
    grid.nothing ?? (run.run?.state === 'done' && run.run.possible === 0 ? 'none_possible' : null);
  const isEmpty = isDraft && grid.meetings.length === 0 && grid.standing === 0;
  const whyId = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const whyNot = (pairId: string) => setOpened({ kind: 'whyNot', pairId });
  const base = `/programs/${slug}/timetable`;
  const here = `${base}/${timetable.id}`;
  const views = VIEWS.filter((each) => each !== 'table' || setup.usesTables);
  const made = timetable.publishedAt ?? timetable.createdAt;
  const maker = timetable.publishedAt ? timetable.publishedBy : timetable.createdBy;
  const by = maker && shownName(maker, locale);
  return (
    <div className="tg-print grid min-w-0 gap-3">
      <PageHeader
        back={{ href: `${base}?stage=${timetable.stage}`, label: t('back') }}
        title={timetable.name}
        subtitle={
          <span className="flex flex-wrap items-baseline gap-x-2">
            <Badge tone={isDraft ? 'info' : timetable.state === 'published' ? 'done' : 'plain'}>
              {t(`state.${timetable.state}`)}
            </Badge>
            {[by, formatDateTime(new Date(made), homeZone, locale)].filter(Boolean).join(' · ')}
          </span>
        }
        actions={
          <>
            {canPlan && isDraft && (
              <Button
                tone="primary"
                disabled={run.isRunning || plan.isBusy || isEmpty}
                aria-describedby={isEmpty ? whyId : undefined}
                onClick={() => setOpened({ kind: 'publish' })}
              >
                {t('publish.open')}
              </Button>
            )}
            {canPlan && timetable.state === 'published' && (
              <LinkButton tone="primary" href={`${here}/repair`}>
                {t('repair.open')}
              </LinkButton>
            )}
            <ExportMenu slug={slug} what="timetable" asked={{ timetableId: timetable.id }} />
            <DraftMenu slug={slug} plan={plan} canPlan={canPlan} />
          </>
        }
      >
        <p>
          <FiguresLine figures={grid.figures} proof={grid.proof} />
        </p>
      </PageHeader>
      {isDraft && nothing ? (
        <NothingNotice {...{ slug, nothing }} stage={timetable.stage} id={whyId} />
      ) : (
        isEmpty && (
          <p id={whyId} className="text-sm text-ink-2">
            {t('nothing.not_placed')}
          </p>
        )
      )}
      <div className="no-print flex flex-wrap items-center gap-3">
        <SegmentedLinks
          label={t('view.label')}
          items={views.map((each) => ({
            href: `${here}?by=${each}`,
            label: t(`view.${each}`),
            current: each === view,
          }))}
        />
        {canEdit && (
          <Button size="sm" onClick={() => setOpened({ kind: 'form', start: {} })}>
            {t('form.open')}
          </Button>
        )}
        <p className="flex items-center gap-1 text-xs text-ink-2 max-md:hidden">
          {[1, 2, 3, 4, 5].map((weight) => (
            <span key={weight} className="tg-card w-6 text-center" data-weight={weight}>
              {weight}
            </span>
          ))}
          <span className="ps-1">{t(canEdit ? 'legendKeys' : 'legend')}</span>
        </p>
      </div>
      <div className="tg-work" data-side="">
        <GridBoard board={board} onForm={(start) => setOpened({ kind: 'form', start })} onWhyNot={whyNot} />
        <div className="no-print grid min-w-0 grid-cols-1 gap-5">
          {(isDraft || grid.proof) && (
            <SolvePanel
              run={run}
              proof={grid.proof}
              placed={grid.meetings.length}
              canEdit={canPlan && isDraft}
              canStart={grid.nothing === null || grid.meetings.some(({ isLocked }) => isLocked)}
            />
          )}
          <UnplacedList board={board} onWhyNot={whyNot} />
        </div>
      </div>
      {opened?.kind === 'whyNot' && (
        <WhyNotDialog key={opened.pairId} board={board} pairId={opened.pairId} onClose={close} />
      )}
      {opened?.kind === 'form' && <PlaceForm board={board} start={opened.start} onClose={close} />}
      {opened?.kind === 'publish' && <PublishTimetableDialog slug={slug} grid={grid} onClose={close} />}
    </div>
  );
}
