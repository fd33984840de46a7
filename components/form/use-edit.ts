'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { isEqual } from '@/lib/core/merge';
import type { Operation } from '@/lib/core/operation';
import type { FieldError } from '@/lib/core/result';
import { useForm, type Values } from './use-form';

/** Of a field that two people changed: what stands there now, and what both had read. */
export type Conflict = { field: string; theirs: unknown; original: unknown };

export type Patch<V extends Values> = { version: number; changes: Partial<V>; base: Partial<V> };
type Options<V extends Values, R extends { version: number }, In extends object> = {
  initial: V;
  version: number;
  operation: Operation<In, R>;
  /** The operation's input by what was changed. */
  input: (patch: Patch<V>) => In;
  check?: (values: V) => FieldError[];
  /** How the form words a record, where that is not as the record itself does. */
  valuesOf?: (record: never) => V;
  done: (value: R) => void;
};

/**
 * A form over a record that others edit too: only what was changed is sent, with what it was read as. When the server
 * tells of a conflict, the form goes on from the record as it stands now and keeps what was typed.
 */
export function useEdit<V extends Values, R extends { version: number }, In extends object = object>(
  options: Options<V, R, In>,
) {
  const { initial, version, operation, input, check, valuesOf } = options;
  const [read, setRead] = useState({ values: initial, version });
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  // Fields that keep their own state are drawn anew when somebody else's value comes in.
  const [stamp, setStamp] = useState(0);

  const patchOf = (values: V): Patch<V> => {
    const touched = changedFields(values, read.values);
    return { version: read.version, changes: pick(values, touched), base: pick(read.values, touched) };
  };
  const form = useForm<V, R, In>({
    initial,
    operation,
    input: (values) => input(patchOf(values)),
    done: options.done,
    ...(check ? { check } : {}),
  });
  const submit = async (values: V = form.values) => {
    const touched = changedFields(values, read.values);
    const result = await form.submit(values);
    if (!result) return undefined;
    setConflicts(result.ok ? [] : conflictsOf(result.current));
    if (result.ok) adopt(values, result.value.version, []);
    else if (isRecord(result.current, initial)) {
      const now = valuesOf?.(result.current as never) ?? (result.current as V);
      adopt(pick<Values>(now, Object.keys(initial)) as V, result.current.version, touched);
    }
    return result;
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const adopt = (now: V, at: number, keep: readonly string[]) => {
    setRead({ values: now, version: at });
    form.setValues((mine) => ({ ...now, ...pick(mine, keep) }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what brings new values
  useEffect(() => {
    if (version > read.version) {
      adopt(initial, version, changedFields(form.values, read.values));
      setStamp((before) => before + 1);
    }
  }, [version]);

  const takeTheirs = (field: string) => {
    form.setValues((mine) => ({ ...mine, ...pick(read.values, [field]) }));
    setConflicts((before) => before.filter((conflict) => conflict.field !== field));
    setStamp((before) => before + 1);
  };
  const dirty = changedFields(form.values, read.values).length > 0;
  return { ...form, props: { ...form.props, onSubmit }, submit, conflicts, takeTheirs, stamp, dirty };
}

function changedFields(values: Values, before: Values): string[] {
  return Object.keys(values).filter((field) => !isEqual(values[field], before[field]));
}

function pick<V extends Values>(values: V, fields: readonly string[]): Partial<V> {
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<V>;
}

function isRecord<V extends Values>(current: unknown, like: V): current is V & { version: number } {
  return (
    typeof current === 'object' &&
    current !== null &&
    'version' in current &&
    Object.keys(like).every((field) => field in current)
  );
}

function conflictsOf(current: unknown): Conflict[] {
  const found = (current as { conflicts?: unknown } | undefined)?.conflicts;
  return Array.isArray(found)
    ? found.filter((each): each is Conflict => typeof each === 'object' && each !== null)
    : [];
}
