import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { PROGRAM_STAGES } from '@/lib/program/schema';
import type { ProgramSettings } from '@/lib/program/schema/settings';

type Step = { key: 'zones' | 'stages' | 'venue' | 'startups' | 'investors' | 'people'; done: boolean };

/** What a new program still needs before its first meeting, in the order of doing it. */
export function setupSteps({ stages, tables, counts }: ProgramSettings): Step[] {
  const needsTables = stages.some((stage) => stage.usesTables);
  const hasTables = tables.some((table) => table.archivedAt === null);
  return [
    { key: 'zones', done: true },
    { key: 'stages', done: stages.length === PROGRAM_STAGES.length },
    { key: 'venue', done: counts.slots > 0 && (hasTables || !needsTables) },
    { key: 'startups', done: counts.startups > 0 },
    { key: 'investors', done: counts.investors > 0 },
    { key: 'people', done: counts.people > 0 },
  ];
}

const PLACES: Record<Step['key'], string> = {
  zones: '/settings',
  stages: '/settings/stages',
  venue: '/settings/venue',
  startups: '/startups',
  investors: '/investors',
  people: '/people',
};

/** Shown until everything is there. */
export function SetupChecklist({ slug, settings }: { slug: string; settings: ProgramSettings }) {
  const t = useTranslations('program.checklist');
  const steps = setupSteps(settings);
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const next = steps.find((step) => !step.done)?.key;
  return (
    <Panel
      title={t('title')}
      note={t('progress', { count: done, total: steps.length })}
      className="max-w-2xl"
    >
      <p className="text-ink-2">{t('text')}</p>
      <ol className="grid gap-1">
        {steps.map((step, index) => (
          <li key={step.key} className="flex items-center gap-3 py-1">
            <span
              aria-hidden="true"
              className={
                step.done
                  ? 'grid size-6 place-items-center rounded-full bg-done-soft text-done-soft-ink'
                  : 'grid size-6 place-items-center rounded-full border border-line-3 text-xs tabular-nums'
              }
            >
              {step.done ? <Check size={14} /> : index + 1}
            </span>
            <TextLink
              href={`/programs/${slug}${PLACES[step.key]}`}
              className={step.key === next ? 'font-bold' : undefined}
            >
              {t(step.key)}
            </TextLink>
            <span className="text-sm text-ink-2">{step.done ? t('done') : t('open')}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
