import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { SQUARE_SIGNS, type SquareState } from './availability-row';
import type { Group } from './grid-lines';

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

type Clash = { id: string; slotId: string; kind: Group; text: string };
type Props = { clashes: readonly Clash[]; onShow: (clash: Clash) => void };

const SHOWN = 40;

/** Meetings that stand where somebody is away: each leads to its square. In the line of tools, so that nothing moves. */
export function ClashNotice({ clashes, onShow }: Props) {
  const t = useTranslations('timetable-setup.availability');
  if (clashes.length === 0) return null;
  return (
    <Popover
      label={t('clashes', { count: clashes.length })}
      trigger={
        <span className="flex items-center gap-1.5 text-danger">
          <TriangleAlert aria-hidden="true" size={16} />
          {t('clashes', { count: clashes.length })}
        </span>
      }
    >
      <ul className="av-clashes">
        {clashes.slice(0, SHOWN).map((clash) => (
          <li key={`${clash.id} ${clash.slotId}`}>
            <button
              type="button"
              onClick={(event) => {
                event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
                onShow(clash);
              }}
            >
              {clash.text}
            </button>
          </li>
        ))}
        {clashes.length > SHOWN && (
          <li className="text-ink-2">{t('moreClashes', { count: clashes.length - SHOWN })}</li>
        )}
      </ul>
    </Popover>
  );
}
