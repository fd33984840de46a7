import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/program/settings/settings-page';
import { StageList } from '@/components/program/settings/stage-list';
import { requireProgram } from '@/lib/platform/gate';
import { canEditProgram, canReadSettings } from '@/lib/program/policy';
import { getProgram } from '@/lib/program/queries/programs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.settings'))('stages') };
}

export default async function StagesPage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canReadSettings(scope)) notFound();
  const settings = await getProgram(scope, {});
  const t = await getTranslations('program.stages');
  const canEdit = canEditProgram(scope);
  return (
    <SettingsPage program={scope.program} section="stages" canEdit={canEdit}>
      <section className="grid gap-3">
        <p className="max-w-prose text-ink-2">{t('text')}</p>
        <StageList settings={settings} canEdit={canEdit} />
      </section>
    </SettingsPage>
  );
}
