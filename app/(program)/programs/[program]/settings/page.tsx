import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ArchiveProgram } from '@/components/program/archive-program';
import { CloneProgram } from '@/components/program/clone-program';
import { CloseProgram, ReopenProgram } from '@/components/program/close-program';
import { DeleteProgram } from '@/components/program/delete-program';
import { BasicsForm } from '@/components/program/settings/basics-form';
import { SecondFactorRule } from '@/components/program/settings/second-factor-rule';
import { BasicsList, SettingsPage } from '@/components/program/settings/settings-page';
import { SetupCard } from '@/components/program/setup/setup-steps';
import { zoneOptions } from '@/components/program/zone-options';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { requireProgram } from '@/lib/platform/gate';
import {
  canArchiveProgram,
  canCloneProgram,
  canCloseProgram,
  canEditProgram,
  canReadSettings,
  canReopenProgram,
  canRequireSecondFactor,
} from '@/lib/program/policy';
import { countProgram } from '@/lib/program/queries/contents';
import { getProgram } from '@/lib/program/queries/programs';
import { findSecondFactorRule } from '@/lib/program/queries/second-factor';
import { canTakeArchive } from '@/lib/transfer/policy';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.settings'))('title') };
}

export default async function BasicsPage({ params }: { params: Promise<{ program: string }> }) {
  const scope = await requireProgram((await params).program);
  if (!canReadSettings(scope)) notFound();
  const [settings, { isRequired }, contents] = await Promise.all([
    getProgram(scope, {}),
    findSecondFactorRule(scope, {}),
    canCloneProgram(scope) ? countProgram(scope, {}) : null,
  ]);
  const [locale, t, exported] = await Promise.all([
    getLocale(),
    getTranslations('program'),
    getTranslations('export'),
  ]);
  const { program } = settings;
  const canEdit = canEditProgram(scope);
  const { name, nameEn, venue, venueEn, homeZone, venueZone, baseCurrency } = program;
  const { asOfDefault, evidenceLimit, largeAmount } = program;
  return (
    <SettingsPage program={scope.program} section="basics" canEdit={canEdit}>
      {canEdit && <SetupCard slug={program.slug} settings={settings} />}
      {canEdit ? (
        <BasicsForm
          version={program.version}
          initial={{
            ...{ name, nameEn, venue, venueEn, homeZone, venueZone },
            ...{ baseCurrency, asOfDefault, evidenceLimit, largeAmount },
          }}
          zones={zoneOptions()}
          day={
            settings.stages.find((stage) => stage.stage === 'main_session')?.startsOn ??
            dayInZone(new Date(), homeZone)
          }
        />
      ) : (
        <BasicsList program={program} />
      )}
      <Panel look="plain" title={t('secondFactor.title')} className="max-w-2xl">
        <SecondFactorRule isRequired={isRequired} canChange={canRequireSecondFactor(scope)} />
      </Panel>
      {canTakeArchive(scope) && (
        <Panel id="archive" look="plain" title={exported('archive.title')} className="max-w-2xl">
          <p className="text-ink-2">{exported('archive.text')}</p>
          <div>
            <a
              className={buttonClass({ size: 'sm' })}
              href={`/api/v1/programs/${program.slug}/archive`}
              download=""
            >
              {exported('archive.take')}
            </a>
          </div>
        </Panel>
      )}
      {(canCloseProgram(scope) || (scope.program.closedAt && canReopenProgram(scope))) && (
        <Panel id="close" look="plain" title={t('close.title')} className="max-w-2xl">
          <p className="text-ink-2">{t(program.closedAt ? 'close.reopenText' : 'close.text')}</p>
          <div>
            {program.closedAt ? (
              <ReopenProgram name={shownName(program, locale)} version={program.version} />
            ) : (
              <CloseProgram name={shownName(program, locale)} version={program.version} />
            )}
          </div>
        </Panel>
      )}
      {contents && (
        <Panel id="clone" look="plain" title={t('clone.title')} className="max-w-2xl">
          <p className="text-ink-2">{t('clone.text')}</p>
          <div>
            <CloneProgram contents={contents} />
          </div>
        </Panel>
      )}
      {canArchiveProgram(scope) && (
        <Panel look="plain" title={t('archive.title')} className="max-w-2xl">
          <p className="text-ink-2">{t('archive.text')}</p>
          <div>
            <ArchiveProgram name={shownName(program, locale)} version={program.version} />
          </div>
        </Panel>
      )}
      {contents && (
        <Panel look="plain" title={t('delete.title')} className="max-w-2xl">
          <p className="text-ink-2">{t('delete.text')}</p>
          <div>
            <DeleteProgram programId={program.id} name={shownName(program, locale)} contents={contents} />
          </div>
        </Panel>
      )}
    </SettingsPage>
  );
}
