'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ANSWER_STATES, type AnswerState } from '@/lib/wave/schema';
import { useAnswer } from './use-answer';

type Props = {
  slug: string;
  pairId: string;
  months: number;
  /** Whom it is about, said with the buttons and with the answer. */
  pair: string;
  stands: AnswerState | null;
  /** For thumbs: two by two, as wide as the screen. */
  large?: boolean;
};

/** How it stands with a pair, one press each; the answer that stands is pressed in, and another one replaces it. */
export function AnswerButtons({ large, ...asked }: Props) {
  const t = useTranslations('wave');
  const { state, answer, busy } = useAnswer(asked);
  return (
    <fieldset
      aria-busy={busy}
      className={classNames('gap-1.5', large ? 'grid grid-cols-2' : 'flex flex-wrap')}
    >
      <legend className="sr-only">{t('answer.label', { pair: asked.pair })}</legend>
      {ANSWER_STATES.map((each) => {
        const isChosen = each === state;
        return (
          <button
            key={each}
            type="button"
            aria-pressed={isChosen}
            onClick={() => !busy && !isChosen && answer(each)}
            className={classNames(
              buttonClass({ size: large ? 'md' : 'sm', wide: large ?? false }),
              isChosen && 'border-selected bg-selected text-selected-ink hover:bg-selected',
            )}
          >
            {isChosen && <Check aria-hidden="true" size={14} />}
            {t(`state.${each}`)}
          </button>
        );
      })}
    </fieldset>
  );
}
