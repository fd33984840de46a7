import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import { SetupSteps } from '@/components/program/setup/setup-steps';
import { StepButtons } from '@/components/program/setup/step-buttons';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { Notice } from '@/components/ui/notice';
import { parseAsOneOf, type RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { requireProgram } from '@/lib/platform/gate';
import { canEditProgram } from '@/lib/program/policy';
import { getProgram } from '@/lib/program/queries/programs';
import { isSetUp, nextSetupStep, setupStandings } from '@/lib/program/rules/setup';
import { SETUP_STEPS } from '@/lib/program/schema';
import { StepForm } from './step-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('program.setup'))('title') };
}

const readSetup = createLoader({ step: parseAsOneOf(SETUP_STEPS) });
const WORDS = ['program', 'pair', 'party', 'startup', 'investor', 'person', 'invitation'] as const;

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

/** The set-up of a program, one step at a time: at the one asked for, else where it was left. */
export default async function SetupPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canEditProgram(scope)) notFound();
  const [{ step: asked }, settings, t, locale] = await Promise.all([
    readSetup(searchParams),
    getProgram(scope, {}),
    getTranslations('program.setup'),
    getLocale(),
  ]);
  const { slug } = scope.program;
  const standings = setupStandings(settings);
  const step = asked || nextSetupStep(settings.setupStep, standings);
  const done = standings.filter(({ state }) => state === 'done').length;
  return (
    <>
      <PageHeader title={t('title')} subtitle={shownName(scope.program, locale)} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[16rem_1fr]">
        <nav aria-label={t('steps')} className="grid gap-2">
          <p className="text-sm text-ink-2">{t('progress', { count: done, total: standings.length })}</p>
          <SetupSteps {...{ slug, standings }} current={step} />
        </nav>
        <section aria-labelledby="setup-step" className="grid min-w-0 gap-5">
          {isSetUp(standings) && <Notice tone="done">{t('whole')}</Notice>}
          <div className="grid gap-1">
            <h2 id="setup-step" className="text-xl font-bold">
              {t(`step.${step}`)}
            </h2>
            <p className="max-w-prose text-ink-2">{t(`about.${step}`)}</p>
          </div>
          <ClientMessages namespaces={WORDS}>
            <StepForm key={step} {...{ scope, settings, step }} />
            <StepButtons {...{ slug, step }} />
          </ClientMessages>
        </section>
      </div>
    </>
  );
}
