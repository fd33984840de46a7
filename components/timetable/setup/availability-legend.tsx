import { useTranslations } from 'next-intl';
import { SQUARE_SIGNS, type SquareState } from './availability-row';

const STATES: readonly SquareState[] = ['free', 'away', 'booked', 'clash', 'busy'];

/** What the squares mean, and the keys that paint them. */
export function AvailabilityLegend({ canPaint }: { canPaint: boolean }) {
  const t = useTranslations('timetable-setup.availability');
  return (
    <div className="av-legend">
      <ul aria-label={t('legend')}>
        {STATES.map((state) => (
          <li key={state}>
            <span className="av-sample" data-state={state} aria-hidden="true">
              {SQUARE_SIGNS[state]}
            </span>
            {t(`state.${state}`)}
          </li>
        ))}
      </ul>
      {canPaint && (
        <p className="av-keys no-print" aria-hidden="true">
          <kbd>←↑↓→</kbd> {t('keys.move')} <kbd>Space</kbd> {t('keys.paint')} <kbd>Shift</kbd>
          <kbd>←↑↓→</kbd> {t('keys.extend')} <kbd>Esc</kbd> {t('keys.drop')}
        </p>
      )}
    </div>
  );
}
