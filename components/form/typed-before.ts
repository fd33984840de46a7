import type { Values } from './use-form';

/** What was typed into a page before its script was there: it stands in the controls and nowhere else. */
export function typedBefore<V extends Values>(form: HTMLFormElement, values: V): Partial<V> {
  const typed: Record<string, string | boolean> = {};
  for (const control of form.elements) {
    const isBox = control instanceof HTMLInputElement && control.type === 'checkbox';
    const isText =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isText || !(control.name in values)) continue;
    // Of a group of radio buttons the one that is pressed speaks.
    if (control.type === 'radio' && !(control as HTMLInputElement).checked) continue;
    const now = isBox ? control.checked : control.value;
    if (typeof now === typeof values[control.name] && now !== values[control.name]) typed[control.name] = now;
  }
  return typed as Partial<V>;
}
