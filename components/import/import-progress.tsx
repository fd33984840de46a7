'use client';

import { useTranslations } from 'next-intl';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { StepProgress } from '@/lib/core/progress';

const STEPS = ['upload', 'check', 'keep', 'write'] as const;

/** How far a file is: sent, read and checked, or written. */
export function ImportProgress({ progress: { step, done, of } }: { progress: StepProgress }) {
  const t = useTranslations('import.progress');
  const known = STEPS.find((each) => each === step) ?? 'check';
  if (known !== 'upload') return <ProgressBar label={t(known, { done, of })} done={done} of={of} />;
  // All of it is sent: what follows is reading.
  return done >= of ? (
    <ProgressBar label={t('read')} done={0} of={0} />
  ) : (
    <ProgressBar label={t('upload', { percent: Math.floor((done / of) * 100) })} done={done} of={of} />
  );
}
