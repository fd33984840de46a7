'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isComposing } from '@/components/ui/keyboard';

export type EditorKind = 'text' | 'date' | 'choice';
export type Leave = 'stay' | 'next' | 'previous' | 'down';
type Props = {
  kind: EditorKind;
  label: string;
  value: string;
  choices?: readonly { value: string; label: string }[];
  error: string | null;
  /** Enter and leaving by pointer save and stay, Tab saves and goes on. */
  onSave: (value: string, leave: Leave) => void;
  onCancel: () => void;
};

/** A cell being edited. Escape gives it back as it was. */
export function CellEditor({ kind, label, value, choices, error, onSave, onCancel }: Props) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // Saving and cancelling take the field away, which blurs it once more.
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (kind === 'text') field.current?.select();
  }, [kind]);
  const save = (how: Leave) => {
    if (left.current) return;
    left.current = true;
    onSave(text, how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter that ends a Korean syllable being composed is not the one that saves.
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      left.current = true;
      onCancel();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      save('stay');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      save(event.shiftKey ? 'previous' : 'next');
    }
  };
  const shared = {
    ref: field,
    'aria-label': label,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? 'tb-error' : undefined,
    className: 'tb-editor',
    value: text,
    onKeyDown,
    onBlur: () => save('stay'),
  } as const;
  return (
    <>
      {kind === 'choice' ? (
        <select {...shared} onChange={(event) => setText(event.target.value)}>
          {choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={kind}
          maxLength={kind === 'text' ? 300 : undefined}
          max={kind === 'date' ? '2200-12-31' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {error && (
        <span id="tb-error" role="alert" className="tb-error">
          {error}
        </span>
      )}
    </>
  );
}
