'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { isShortcut, isTyping } from '@/components/shell/shortcuts';
import { IconButton } from '@/components/ui/icon-button';
import { useToast } from '@/components/ui/toast';
import { useHistory, useSteps } from './history-context';

/** Undoes and does again what was done in this program, by two buttons and by the keys that people know. */
export function HistoryButtons() {
  const t = useTranslations('pair.history');
  const toast = useToast();
  const history = useHistory();
  const { done, undone, isBusy } = useSteps(history);
  const [next, last] = [undone.at(-1), done.at(-1)];
  const undo = async () => {
    if ((await history.undo()) === 'done' && last) toast({ text: t('undone', { what: last.text }) });
  };
  const redo = async () => {
    if ((await history.redo()) === 'done' && next) toast({ text: t('redone', { what: next.text }) });
  };
  useHistoryKeys({ undo, redo });
  return (
    <div className="flex no-print">
      <IconButton
        label={last ? t('undoThis', { what: last.text }) : t('undo')}
        icon={<Undo2 aria-hidden="true" size={16} />}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={!last || isBusy}
        onClick={() => void undo()}
      />
      <IconButton
        label={next ? t('redoThis', { what: next.text }) : t('redo')}
        icon={<Redo2 aria-hidden="true" size={16} />}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
        disabled={!next || isBusy}
        onClick={() => void redo()}
      />
    </div>
  );
}

/** Fields undo what is typed in them by themselves; a dialog or a menu that is open is dealt with first. */
function useHistoryKeys(actions: { undo: () => Promise<void>; redo: () => Promise<void> }): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], :popover-open')) return;
      // Shift may be held for undo too: the longer one is asked first.
      const isRedo = isShortcut(event, 'history.redo');
      if (!isRedo && !isShortcut(event, 'history.undo')) return;
      event.preventDefault();
      void (isRedo ? latest.current.redo() : latest.current.undo());
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
