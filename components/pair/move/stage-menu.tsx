'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import { classNames } from '@/components/ui/class-names';
import { nextMenuIndex } from '@/components/ui/menu';
import { RampTile } from '@/components/ui/ramp-tile';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { placeCard } from '../matrix/place-card';
import { toneOfPair, toneOfStage } from '../stage-tone';
import { useMoveChoices, useMoveWords } from './move-words';

type Props = {
  pair: PairItem;
  /** What the menu hangs on; it gets the focus back. */
  anchor: HTMLElement;
  onClose: () => void;
  onStage: (stage: Stage) => void;
  onStatus: (status: PairStatus) => void;
};

/** Every stage and status of one pair by one choice; the same for keys, pointers and fingers. */
export function StageMenu({ pair, anchor, onClose, onStage, onStatus }: Props) {
  const t = useTranslations('pair');
  const words = useMoveWords();
  const { stages, statuses } = useMoveChoices(pair);
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const node = menu.current;
    if (!node) return;
    node.showPopover();
    placeCard(node, anchor.getBoundingClientRect());
    const rows = rowsOf(node);
    (rows.find((row) => row.ariaChecked === 'true') ?? rows[0])?.focus();
  }, [anchor]);
  useEffect(() => {
    const node = menu.current;
    const closed = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close.current();
    };
    node?.addEventListener('toggle', closed);
    return () => node?.removeEventListener('toggle', closed);
  }, []);

  const choose = (change: () => void) => {
    anchor.focus();
    onClose();
    change();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      anchor.focus();
      return onClose();
    }
    const rows = rowsOf(menu.current);
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const digit = isShortcut(event, 'stageMenu.stage') ? Number(event.key) : -1;
    const next =
      digit >= 0
        ? digit
        : nextMenuIndex(
            event.key,
            at,
            rows.map((row) => row.textContent ?? ''),
          );
    if (next === null) return;
    event.preventDefault();
    rows[next]?.focus();
  };
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={t('pipeline.move.menu', { pair: words.pairName(pair) })}
      className="ui-float ui-menu mv-menu"
      onKeyDown={onKeyDown}
    >
      <p className="mv-menu-title">{words.pairName(pair)}</p>
      {stages.map(({ stage, label, checked, disabled, hint }) => (
        <button
          key={stage}
          type="button"
          role="menuitemradio"
          aria-checked={checked}
          aria-disabled={disabled || undefined}
          tabIndex={-1}
          className="ui-menu-item"
          onClick={() => !disabled && choose(() => onStage(stage))}
        >
          <RampTile tone={toneOfStage(stage)} />
          <span className="grid min-w-0 flex-1">
            <span className={classNames(checked && 'font-bold')}>{label}</span>
            {hint && <span className="text-xs text-ink-2">{hint}</span>}
          </span>
          {checked && <Check aria-hidden="true" size={16} />}
        </button>
      ))}
      <hr className="ui-menu-rule" />
      {statuses.map(({ status, label }) => (
        <button
          key={status}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="ui-menu-item"
          onClick={() => choose(() => onStatus(status))}
        >
          <RampTile tone={toneOfPair(pair.stage, status)} />
          <span className="flex-1">{label}</span>
        </button>
      ))}
    </div>
  );
}

function rowsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
