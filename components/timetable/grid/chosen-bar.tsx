'use client';

import { ExternalLink, Lock, LockOpen, X } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/components/ui/button';
import type { BoardState } from './use-board';

type Props = {
  board: BoardState;
  onForm: (at: { pairId?: string }) => void;
  onWhyNot: (pairId: string) => void;
};

/** The pair in hand: what can be done with it, for those who press buttons. Its place is kept, so that nothing jumps. */
export function ChosenBar({ board, onForm, onWhyNot }: Props) {
  const t = useTranslations('timetable-grid.chosen');
  const { program } = useParams<{ program: string }>();
  const { chosen, canEdit, moves, choose, targets } = board;
  if (!chosen)
    return <p className="tg-line no-print min-h-8 content-center">{t(canEdit ? 'hint' : 'hintRead')}</p>;
  const { meeting } = chosen;
  const legal = targets
    ? [...targets.values()].filter(({ block, slotId }) => !block && slotId !== meeting?.slotId).length
    : null;
  const isFixed = meeting?.isPast || meeting?.isLocked;
  const hint = () => {
    if (meeting?.isPast) return t('past');
    if (!canEdit) return null;
    if (meeting?.isLocked) return t('locked');
    return legal === null ? t('looking') : t('targets', { count: legal });
  };
  return (
    <div className="no-print flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
      <p className="min-w-0">
        <b>{moves.nameOf(chosen)}</b> <span className="text-sm text-ink-2">{hint()}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {canEdit && !isFixed && (
          <Button size="sm" onClick={() => onForm({ pairId: chosen.pairId })}>
            {t('form')}
          </Button>
        )}
        {canEdit && meeting && (
          <Button
            size="sm"
            icon={
              meeting.isLocked ? (
                <LockOpen aria-hidden="true" size={14} />
              ) : (
                <Lock aria-hidden="true" size={14} />
              )
            }
            onClick={() => moves.lock({ pairIds: [chosen.pairId] })}
          >
            {t(meeting.isLocked ? 'free' : 'lock')}
          </Button>
        )}
        {canEdit && meeting && !isFixed && (
          <Button
            size="sm"
            onClick={() => {
              choose(null);
              moves.remove(meeting);
            }}
          >
            {t('remove')}
          </Button>
        )}
        {!meeting && (
          <Button size="sm" onClick={() => onWhyNot(chosen.pairId)}>
            {t('whyNot')}
          </Button>
        )}
        <Link
          href={`/programs/${program}/pairs/${chosen.pairId}`}
          className={buttonClass({ size: 'sm', tone: 'quiet' })}
        >
          <ExternalLink aria-hidden="true" size={14} />
          {t('pair')}
        </Link>
        <Button
          size="sm"
          tone="quiet"
          icon={<X aria-hidden="true" size={14} />}
          onClick={() => {
            choose(null);
            board.goTo(chosen);
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
