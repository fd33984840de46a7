'use client';

import { useTranslations } from 'next-intl';
import type { OutcomeDraft } from './outcome-draft';

type Props = {
  soon: readonly { days: number; on: string }[];
  draft: Pick<OutcomeDraft, 'nextStep' | 'nextStepOn'>;
  onChange: (changes: Partial<OutcomeDraft>) => void;
};

const STEPS = ['material', 'call', 'model', 'diligence'] as const;

/** First the common steps, then, once there is one, the common dates: a tap each instead of typing. */
export function NextStepTaps({ soon, draft, onChange }: Props) {
  const t = useTranslations('outcome.next');
  if (draft.nextStep === '') {
    return (
      <Taps label={t('suggest')}>
        {STEPS.map((step) => (
          <Tap key={step} onTap={() => onChange({ nextStep: t(step) })}>
            {t(step)}
          </Tap>
        ))}
      </Taps>
    );
  }
  if (draft.nextStepOn !== '') return null;
  return (
    <Taps label={t('soon')}>
      {soon.map(({ days, on }) => (
        <Tap key={on} onTap={() => onChange({ nextStepOn: on })}>
          {t('days', { days })}
        </Tap>
      ))}
    </Taps>
  );
}

function Taps({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}

function Tap({ onTap, children }: { onTap: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className="ui-chip text-sm" onClick={onTap}>
      {children}
    </button>
  );
}
