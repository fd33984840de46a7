import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';

type Props = {
  label: string;
  weight: number;
  officeWeight: number | null;
  onWeigh: (weight: number | null) => void;
  tabIndex?: number;
};

/** 1 to 5 at one press; what the evidence gives is outlined, what the office set is filled and can be given back. */
export function WeightButtons({ label, weight, officeWeight, onWeigh, tabIndex }: Props) {
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
