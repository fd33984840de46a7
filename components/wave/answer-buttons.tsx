'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOperation } from '@/components/form/use-operation';
import { buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { useToast } from '@/components/ui/toast';
import type { WaveMonths } from '@/lib/program/rules';
import { waveOperations } from '@/lib/wave/operations';
import { ANSWER_STATES, type AnswerState } from '@/lib/wave/schema';

type Props = {
  pairId: string;
  months: WaveMonths;
  /** Whom it is about, said with the buttons and with the answer. */
  pair: string;
  stands: AnswerState | null;
  /** For thumbs: two by two, as wide as the screen. */
  large?: boolean;
};

/**
 * How it stands with a pair, one press each; the answer that stands is pressed in, and another one replaces it. Shown at
 * once, and taken back if refused.
 */
export function AnswerButtons({ large, pairId, months, pair, stands }: Props) {
  const t = useTranslations('wave');
  const toast = useToast();
  const { run, isBusy } = useOperation(waveOperations.answerWave, { tells: 'toast', refreshes: 'soon' });
  const [pressed, setPressed] = useState<AnswerState | null>(null);
  const chosen = pressed ?? stands;
  const answer = async (state: AnswerState) => {
    const before = pressed;
    setPressed(state);
    const answered = await run({ pairId, months, state });
    if (answered.ok) toast({ text: t('answer.done', { pair, state: t(`state.${state}`) }) });
    else setPressed(before);
  };
  return (
    <fieldset
      aria-busy={isBusy}
      className={classNames('gap-1.5', large ? 'grid grid-cols-2' : 'flex flex-wrap')}
    >
      <legend className="sr-only">{t('answer.label', { pair: pair })}</legend>
      {ANSWER_STATES.map((each) => {
        const isChosen = each === chosen;
        return (
          <button
            key={each}
            type="button"
            aria-pressed={isChosen}
            onClick={() => !isBusy && !isChosen && answer(each)}
            className={buttonClass({ size: large ? 'md' : 'sm', wide: large ?? false })}
          >
            {isChosen && <Check aria-hidden="true" size={14} />}
            {t(`state.${each}`)}
          </button>
        );
      })}
    </fieldset>
  );
}
