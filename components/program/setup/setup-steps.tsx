import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { isSetUp, nextSetupStep, type SetupStanding, setupStandings } from '@/lib/program/rules/setup';
import type { SetupStep } from '@/lib/program/schema';
import type { ProgramSettings } from '@/lib/program/schema/settings';

type Props = { slug: string; standings: readonly SetupStanding[]; current?: SetupStep };

/** The steps in order, each with whether it is done; every one is a way in. */
export function SetupSteps({ slug, standings, current }: Props) {
  const t = useTranslations('program.setup');
  return (
    <ol aria-label={t('steps')} className="grid gap-1">
      {standings.map(({ step, state }, index) => (
        <li key={step} className="flex items-center gap-3 py-1">
          <span
            aria-hidden="true"
            className={classNames(
              'grid size-6 shrink-0 place-items-center rounded-full text-xs tabular-nums',
              state === 'done' ? 'bg-done-soft text-done-soft-ink' : 'border border-line-3',
            )}
          >
            {state === 'done' ? <Check size={14} /> : index + 1}
          </span>
          <TextLink
            href={`/programs/${slug}/setup?step=${step}`}
            aria-current={step === current ? 'step' : undefined}
            className={step === current ? 'font-bold' : undefined}
          >
            {t(`step.${step}`)}
          </TextLink>
          <span className="text-sm text-ink-2">{t(state)}</span>
        </li>
      ))}
    </ol>
  );
}

/** At the office's home and in the settings, until everything is there that the program needs: what is missing, and the way on. */
export function SetupCard({ slug, settings }: { slug: string; settings: ProgramSettings }) {
  const t = useTranslations('program.setup');
  const standings = setupStandings(settings);
  if (isSetUp(standings)) return null;
  const done = standings.filter(({ state }) => state === 'done').length;
  return (
    <Panel
      title={t('title')}
      note={t('progress', { count: done, total: standings.length })}
      className="max-w-2xl"
    >
      <p className="text-ink-2">{t('text')}</p>
      <SetupSteps slug={slug} standings={standings} current={nextSetupStep(settings.setupStep, standings)} />
      <div className="pt-2">
        <LinkButton tone="primary" href={`/programs/${slug}/setup`}>
          {t('goOn')}
        </LinkButton>
      </div>
    </Panel>
  );
}
