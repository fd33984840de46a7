'use client';

import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import type { ClosedPairAnswer } from '@/lib/amount/rules';

type Props = {
  value: ClosedPairAnswer | '';
  /** Opening a pair again is the office's; a startup says that it knows. */
  mayReopen: boolean;
  error: string | undefined;
  onChange: (answer: ClosedPairAnswer) => void;
};

/** Asked before money is logged on a closed pair: whether the pair stays closed. Needs `amount` messages. */
export function ClosedPairChoice({ value, mayReopen, error, onChange }: Props) {
  const t = useTranslations('amount.closedPair');
  const answers: readonly ClosedPairAnswer[] = mayReopen ? ['reopen', 'keep'] : ['keep'];
  return (
    <div className="grid gap-1">
      <ChoiceGroup
        label={t('label')}
        name="closedPair"
        choices={answers.map((answer) => ({ value: answer, label: t(answer) }))}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value as ClosedPairAnswer)}
      />
      <p className="text-xs text-ink-2">{mayReopen ? t('hint') : `${t('hint')} ${t('askOffice')}`}</p>
    </div>
  );
}
