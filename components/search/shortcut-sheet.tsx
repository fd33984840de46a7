'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import {
  keysOf,
  partsOfKey,
  SHORTCUTS,
  type ShortcutGroup,
  type ShortcutId,
} from '@/components/shell/shortcuts';
import { Dialog } from '@/components/ui/dialog';
import type { Page } from '@/lib/search/rules/pages';
import './search.css';

type Props = {
  /** The pages this person may open: no way is shown that leads nowhere. */
  pages: readonly Page[];
  /** Whether the places where plans are made are theirs. */
  plans: boolean;
  onClose: () => void;
};

const OF_PLANS: readonly ShortcutGroup[] = ['timetable', 'availability'];
const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** All keys by the place where they work, from the list that handles them. */
export function ShortcutSheet({ pages, plans, onClose }: Props) {
  const t = useTranslations('shortcut');
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  const groups = (Object.keys(SHORTCUTS) as ShortcutGroup[]).filter(
    (group) => plans || !OF_PLANS.includes(group),
  );
  const namesOf = (group: ShortcutGroup) =>
    Object.keys(SHORTCUTS[group]).filter((name) => group !== 'go' || pages.some(({ id }) => id === name));
  return (
    <Dialog open onClose={onClose} title={t('title')} description={t('text')} size="lg">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll what has the focus */}
      <section ref={sheet} tabIndex={0} aria-label={t('title')} className="sr-sheet">
        {groups.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`} className="break-inside-avoid pb-5">
            <h3 id={`keys-${group}`} className="pb-1 font-bold">
              {t(`group.${group}`)}
            </h3>
            <dl>
              {namesOf(group).map((name) => {
                const id = `${group}.${name}` as ShortcutId;
                return (
                  <div
                    key={id}
                    className="flex items-baseline justify-between gap-4 border-b border-line py-1"
                  >
                    <dt>{t(`label.${group}.${name}` as 'label.go.home')}</dt>
                    <dd className="flex max-w-3/4 shrink-0 flex-wrap justify-end gap-1">
                      <Keys keys={keysOf(id)} />
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}

/** Digits in a row as a range; of several keys each by itself. */
function Keys({ keys }: { keys: readonly string[] }) {
  const t = useTranslations('shortcut');
  const isRange = keys.length > 2 && keys.every((key) => /^\d$/.test(key));
  const shown = isRange ? [`${keys[0]} – ${keys.at(-1)}`] : keys;
  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  const textOf = (key: string) => {
    if (key === 'Mod') return isApple ? '⌘' : 'Ctrl';
    if (key === 'Alt' && isApple) return '⌥';
    if (key === ' ') return t('space');
    return (
      SIGNS[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key.replace(/^(Page)(Up|Down)$/, '$1 $2'))
    );
  };
  return shown.map((key) => (
    <span key={key} className="inline-flex gap-0.5 whitespace-nowrap">
      {partsOf(key).map((part, at, parts) => (
        <kbd key={parts.slice(0, at + 1).join(' ')}>{textOf(part)}</kbd>
      ))}
    </span>
  ));
}

/** The keys that are pressed together, or one after the other. */
function partsOf(key: string): readonly string[] {
  return /^g [a-z]$/.test(key) ? key.split(' ') : partsOfKey(key);
}
