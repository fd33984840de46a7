const FIELD = 'input:not([type="hidden"]), select, textarea';
const READY = ':not(:disabled):not([tabindex="-1"])';

/**
 * Where the focus stands when a dialog opens: its first field, else its main button, the last of the footer; where that
 * destroys something, or nothing is there yet, its title. Never the button that closes it.
 */
export function focusOnOpening(dialog: HTMLDialogElement): void {
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
