import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import type { Group } from './grid-lines';

export type Clash = { id: string; slotId: string; kind: Group; text: string };
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
