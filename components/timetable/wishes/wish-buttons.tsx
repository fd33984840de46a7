import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { WishWord } from '@/lib/timetable/rules/words';
import { WORD_SIGNS, WORDS_TO_SAY } from './wish-view';

type Props = {
  /** What the buttons are about, for whoever does not see the row. */
  label: string;
  said: WishWord | null;
  onSay: (word: WishWord) => void;
  /** Signs alone, their words on hover and for readers. */
  dense?: boolean;
  tabIndex?: number;
};

/** One of four words at one press. */
export function WordButtons({ label, said, onSay, dense = false, tabIndex }: Props) {
  const t = useTranslations('timetable-setup.wishes');
  return (
    <fieldset className="ws-words" data-dense={dense || undefined}>
      <legend className="sr-only">{label}</legend>
      {WORDS_TO_SAY.map((word) => (
        <button
          key={word}
          type="button"
          data-word={word}
          aria-pressed={said === word}
          aria-label={dense ? t(`word.${word}`) : undefined}
          title={dense ? t(`word.${word}`) : undefined}
          tabIndex={tabIndex}
          onClick={() => onSay(word)}
        >
          <span aria-hidden="true">{WORD_SIGNS[word]}</span>
          {!dense && <span>{t(`word.${word}`)}</span>}
        </button>
      ))}
    </fieldset>
  );
}

type WeightProps = {
  label: string;
  weight: number;
  officeWeight: number | null;
  onWeigh: (weight: number | null) => void;
  tabIndex?: number;
};

/** 1 to 5 at one press; what the evidence gives is outlined, what the office set is filled and can be given back. */
export function WeightButtons({ label, weight, officeWeight, onWeigh, tabIndex }: WeightProps) {
  const t = useTranslations('timetable-setup.wishes');
  return (
    <fieldset className="ws-weights">
      <legend className="sr-only">{label}</legend>
      {[1, 2, 3, 4, 5].map((each) => (
        <button
          key={each}
          type="button"
          data-by={each === weight ? (officeWeight === null ? 'evidence' : 'office') : undefined}
          aria-pressed={officeWeight === each}
          aria-label={
            officeWeight === null && each === weight ? t('weightByEvidence', { weight: each }) : undefined
          }
          tabIndex={tabIndex}
          onClick={() => onWeigh(each)}
        >
          {each}
        </button>
      ))}
      {officeWeight !== null && (
        <button
          type="button"
          className="ws-back"
          aria-label={t('weightBack')}
          title={t('weightBack')}
          tabIndex={tabIndex}
          onClick={() => onWeigh(null)}
        >
          <RotateCcw aria-hidden="true" size={14} />
        </button>
      )}
    </fieldset>
  );
}
