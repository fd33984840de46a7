'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { initials } from '@/lib/core/hangul';
import { type ButtonSize, type ButtonTone, buttonClass } from './button';
import { classNames } from './class-names';
import { latinOf } from './keyboard';

export type MenuItem = {
  id: string;
  label: string;
  /** A second line: why it is off, what it will ask. */
  hint?: string;
  /** One of these two says what choosing does; with `download` the address is a file. */
  href?: string;
  onSelect?: () => void;
  download?: string;
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  /** Draws a hairline above, for a new group. */
  startsGroup?: boolean;
};
type MenuProps = {
  /** What the button shows; give `label` too when that is an icon only. */
  trigger: ReactNode;
  label?: string;
  items: readonly MenuItem[];
  place?: 'start' | 'end';
  tone?: ButtonTone;
  size?: ButtonSize;
};

export function Menu({ trigger, label, items, place = 'start', tone = 'secondary', size = 'sm' }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [open, setOpen] = useState(false);

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  const close = () => list.current?.hidePopover();
  const onToggle = (next: boolean) => {
    setOpen(next);
    const all = next ? rows() : [];
    (all.find((row) => row.ariaChecked === 'true') ?? all[0])?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') close();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    const before = event.timeStamp - typed.current.at < 700 ? typed.current.text : '';
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = nextMenuIndex(
      event.key,
      at,
      all.map((row) => row.textContent ?? ''),
      before,
    );
    if (next === null) return;
    event.preventDefault();
    typed.current = { text: event.key.length === 1 ? before + event.key : '', at: event.timeStamp };
    all[next]?.focus();
  };

  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className={buttonClass({ tone, size, square: Boolean(label) })}
      >
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        data-place={place}
        style={{ positionAnchor: `--${id}` }}
        className="ui-float ui-menu"
        onToggle={(event) => onToggle(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <Fragment key={item.id}>
            {item.startsGroup && <hr className="ui-menu-rule" />}
            <MenuRow item={item} close={close} />
          </Fragment>
        ))}
      </div>
    </>
  );
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  const shared = {
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.checked,
    tabIndex: -1,
    className: classNames('ui-menu-item', item.danger && 'text-danger'),
  };
  const content = (
    <>
      <span className="grid w-4 place-items-center">
        {item.checked && <Check aria-hidden="true" size={16} />}
      </span>
      <span className="grid min-w-0 flex-1">
        <span>{item.label}</span>
        {item.hint && <span className="text-xs text-ink-2">{item.hint}</span>}
      </span>
    </>
  );
  if (item.disabled) {
    return (
      <div {...shared} aria-disabled="true">
        {content}
      </div>
    );
  }
  if (item.href && item.download !== undefined) {
    return (
      <a {...shared} href={item.href} download={item.download} onClick={close}>
        {content}
      </a>
    );
  }
  if (item.href) {
    return (
      <Link {...shared} href={item.href} onClick={close}>
        {content}
      </Link>
    );
  }
  const select = () => {
    close();
    item.onSelect?.();
  };
  return (
    <button {...shared} type="button" onClick={select}>
      {content}
    </button>
  );
}

/**
 * Where the focus goes in a list of `labels` when `key` is pressed at `current`; null when the key is not ours.
 * `typed` is what was typed shortly before, so that "se" finds "Send" after "Save". A Korean keyboard finds Korean labels
 * by their initial consonants and Latin ones by the letters on the same keys.
 */
export function nextMenuIndex(
  key: string,
  current: number,
  labels: readonly string[],
  typed = '',
): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if ([...key].length !== 1 || key === ' ') return null;
  const wanted = (typed + key).toLocaleLowerCase();
  const latin = [...wanted].map((sign) => latinOf(sign) ?? sign).join('');
  // A first letter looks behind the current row, more letters may stay on it.
  const start = typed ? current : current + 1;
  for (let step = 0; step < count; step += 1) {
    const index = (start + step + count) % count;
    const label = labels[index]?.toLocaleLowerCase() ?? '';
    if ([wanted, latin].some((text) => label.startsWith(text)) || initials(label).startsWith(wanted))
      return index;
  }
  return null;
}
