import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type BadgeTone = 'plain' | 'outline' | 'action' | 'done' | 'warn' | 'danger' | 'info';

const TONES: Record<BadgeTone, string> = {
  plain: 'bg-surface-2 text-ink-2 border-transparent',
  outline: 'border-line-2 text-ink-2',
  action: 'bg-action-soft text-action-soft-ink border-transparent',
  done: 'bg-done-soft text-done-soft-ink border-transparent',
  warn: 'bg-warn-soft text-warn-soft-ink border-transparent',
  danger: 'bg-danger-soft text-danger-soft-ink border-transparent',
  info: 'bg-info-soft text-info-soft-ink border-transparent',
};

/** A word with a tone; the word alone must be enough. */
export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs leading-5 whitespace-nowrap',
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
