'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last; on a phone they fill the width. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** Where its field is to stay above a keyboard on the screen. */
  place?: 'top';
  /** Set while something is being saved: Esc and the backdrop no longer close. */
  locked?: boolean;
  children?: ReactNode;
};

const FIELD = 'input:not([type="hidden"]), select, textarea, [role="spinbutton"]';
const READY = ':not(:disabled):not([tabindex="-1"])';
const SIZES = { sm: '26rem', md: '36rem', lg: '52rem' };

/** Native modal: the browser keeps the focus inside and gives it back. A sheet from below on phones. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  footer,
  size = 'md',
  place,
  locked,
  children,
}: DialogProps) {
  const t = useTranslations('ui');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the element goes, so that the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const node = dialog.current;
    if (!open || !node) return;
    node.showModal();
    focusOnOpening(node);
    return () => node.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className="ui-dialog"
      data-place={place}
      style={{ '--dialog-size': SIZES[size] } as React.CSSProperties}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !locked) onClose();
      }}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col">
          <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-3 max-sm:px-4">
            <div className="grid gap-1">
              <h2
                id={`${id}-title`}
                data-dialog="title"
                tabIndex={-1}
                className="text-lg font-bold outline-none"
              >
                {title}
              </h2>
              {description && (
                <p id={`${id}-text`} className="text-ink-2">
                  {description}
                </p>
              )}
            </div>
            <IconButton
              label={t('close')}
              icon={<X aria-hidden="true" size={20} />}
              tip="none"
              disabled={locked}
              onClick={onClose}
            />
          </header>
          {children && (
            <div data-dialog="body" className="min-h-0 overflow-y-auto px-6 py-2 max-sm:px-4">
              {children}
            </div>
          )}
          {footer && (
            <footer
              data-dialog="footer"
              className={classNames(
                // A long label takes a second line instead of running out of a narrow dialog.
                'flex justify-end gap-2 px-6 pt-4 pb-5 [&>*]:shrink [&>*]:whitespace-normal',
                'max-sm:px-4 max-sm:[&>*]:flex-1',
              )}
            >
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}

/**
 * Where the focus stands when a dialog opens: its first field, else its main button, the last of the footer; where that
 * destroys something, or nothing is there yet, its title. Never the button that closes it.
 */
function focusOnOpening(dialog: HTMLDialogElement): void {
  const fields = dialog.querySelectorAll<HTMLElement>(`[data-dialog="body"] :is(${FIELD})${READY}`);
  const chosen = dialog.querySelector<HTMLElement>(
    '[data-dialog="body"] input[type="radio"]:checked:not(:disabled)',
  );
  const main = [
    ...dialog.querySelectorAll<HTMLElement>('[data-dialog="footer"] :is(button, a[href]):not(:disabled)'),
  ].at(-1);
  const [first] = fields;
  const field = first instanceof HTMLInputElement && first.type === 'radio' ? (chosen ?? first) : first;
  const target = field ?? (main?.dataset.tone === 'danger' ? null : main);
  (target ?? dialog.querySelector<HTMLElement>('[data-dialog="title"]'))?.focus();
}
