import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/program/settings/settings-page';
import { SlotDays } from '@/components/program/settings/slot-days';
import { SlotGenerator } from '@/components/program/settings/slot-generator';
import { TableAdder, TableList } from '@/components/program/settings/tables';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { WHOLE_LIST } from '@/lib/core/fields';
import { requireProgram } from '@/lib/platform/gate';
import { canEditProgram, canReadSettings } from '@/lib/program/policy';
import { getProgram } from '@/lib/program/queries/programs';
import { listSlots } from '@/lib/program/queries/slots';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.settings'))('venue') };
}

export default async function VenuePage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canReadSettings(scope)) notFound();
  const [settings, slots] = await Promise.all([
    getProgram(scope, {}),
    listSlots(scope, { limit: WHOLE_LIST }),
  ]);
  const t = await getTranslations('program');
  const { slug, homeZone } = scope.program;
  const canEdit = canEditProgram(scope);
  const { tables, stages } = settings;
  const live = tables.filter((table) => table.archivedAt === null);
  const toStages = <LinkButton href={`/programs/${slug}/settings/stages`}>{t('slots.toStages')}</LinkButton>;
  return (
    <SettingsPage program={scope.program} section="venue" canEdit={canEdit}>
      <Panel
        look="plain"
        title={t('tables.title')}
        note={t('tables.count', { count: live.length })}
        className="border-t-0 pt-0"
      >
        {live.length === 0 && <p className="text-ink-2">{t('tables.empty')}</p>}
        {canEdit ? (
          <>
            <TableList tables={tables} />
            <TableAdder />
          </>
        ) : (
          <p className="tabular-nums">{live.map(({ name }) => name).join(', ')}</p>
        )}
      </Panel>
      <Panel look="plain" title={t('slots.title')} note={t('slots.countOf', { count: slots.items.length })}>
        {canEdit && stages.length > 0 && (
          <SlotGenerator stages={stages} homeZone={homeZone} tables={live.length} />
        )}
        {stages.length === 0 && <EmptyState title={t('slots.needStage')} actions={toStages} />}
        {stages.length > 0 && slots.items.length === 0 && <p className="text-ink-2">{t('slots.empty')}</p>}
        <SlotDays slots={slots.items} stages={stages} homeZone={homeZone} canEdit={canEdit} />
      </Panel>
    </SettingsPage>
  );
}
