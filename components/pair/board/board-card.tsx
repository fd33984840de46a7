'use client';

import { useDraggable } from '@dnd-kit/core';
import { Ellipsis, GripVertical } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, memo } from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import { IconButton } from '@/components/ui/icon-button';
import { RampTile } from '@/components/ui/ramp-tile';
import { formatDayShort } from '@/lib/core/dates';
import { daysBetween, parseDay } from '@/lib/core/days';
import { formatMoney, money } from '@/lib/core/money';
import { shownName } from '@/lib/core/shown-name';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { InterestDots } from '../interest-dots';
import { useMoveWords } from '../move/move-words';
import { toneOfPair } from '../stage-tone';

type CardProps = {
  pair: PairItem;
  href: string;
  /** The day in force, YYYY-MM-DD. */
  asOf: string;
  canMove: boolean;
  onMenu: (pair: PairItem, anchor: HTMLElement) => void;
};

/** A pair on the board: dragged by mouse or finger anywhere, by keyboard from its handle, or moved by its menu. */
export const BoardCard = memo(function BoardCard({ pair, href, asOf, canMove, onMenu }: CardProps) {
  const t = useTranslations('pair.pipeline');
  const words = useMoveWords();
  const name = words.pairName(pair);
  const drag = useDraggable({
    id: pair.id,
    data: { pair },
    disabled: !canMove,
    attributes: { roleDescription: t('board.grip') },
  });
  const { onKeyDown: keyDown, ...byPointer } = drag.listeners ?? {};
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!canMove || !isShortcut(event, 'grid.stage')) return;
    event.preventDefault();
    if (event.target instanceof HTMLElement) onMenu(pair, event.target);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: M works from the handle and the links inside
    <div
      ref={drag.setNodeRef}
      className="bd-card"
      data-dragging={drag.isDragging || undefined}
      data-pair={pair.id}
      {...byPointer}
      onKeyDown={onKeyDown}
    >
      <CardFace pair={pair} href={href} asOf={asOf} />
      {canMove && (
        <span className="bd-tools">
          <button
            type="button"
            ref={drag.setActivatorNodeRef}
            {...drag.attributes}
            className="bd-grip"
            aria-label={t('board.grab', { pair: name })}
            onKeyDown={(event) => {
              keyDown?.(event);
              onKeyDown(event);
            }}
          >
            <GripVertical aria-hidden="true" size={16} />
          </button>
          <IconButton
            label={t('board.menu', { pair: name })}
            tip="none"
            icon={<Ellipsis aria-hidden="true" size={16} />}
            aria-haspopup="menu"
            onClick={(event) => onMenu(pair, event.currentTarget)}
          />
        </span>
      )}
    </div>
  );
});

/** What a card says; also what hangs on the pointer while it is dragged. */
export function CardFace({ pair, href, asOf }: Pick<CardProps, 'pair' | 'asOf'> & { href?: string }) {
  const t = useTranslations('pair.pipeline');
  const rungs = useTranslations('amount.rung');
  const reasons = useTranslations('pair.reason');
  const locale = useLocale();
  const [amount] = pair.amounts;
  const on = pair.nextStep?.on ? parseDay(pair.nextStep.on) : null;
  const today = parseDay(asOf);
  const isOver = isClosed(pair.status);
  const isLate = Boolean(on && today && daysBetween(on, today) > 0 && !isOver);
  const startup = shownName(pair.startup, locale);
  return (
    <div className="bd-face">
      <p className="bd-name">
        {pair.status !== 'open' && <RampTile tone={toneOfPair(pair.stage, pair.status)} />}
        {href ? <Link href={href}>{startup}</Link> : <span>{startup}</span>}
      </p>
      <p className="bd-investor">
        <span>{pair.investor.name}</span>
        {pair.interest !== null && <InterestDots interest={pair.interest} className="bd-dots" />}
      </p>
      {amount && (
        <p className="bd-amount">
          <span className="text-ink-2">{rungs(amount.rung)}</span>{' '}
          <b>{formatMoney(money(amount.minor, amount.currency), locale)}</b>
        </p>
      )}
      {pair.reasonCode && pair.status !== 'open' && (
        <p className="bd-step text-ink-2">{reasons(pair.reasonCode)}</p>
      )}
      {pair.nextStep && !isOver && (
        <p className="bd-step">
          <span>{pair.nextStep.text}</span>
          {on && (
            <span className={isLate ? 'text-danger' : 'text-ink-2'}>
              {formatDayShort(on, locale)}
              {isLate && ` ${t('board.late')}`}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
