'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import {
  type Conflict,
  mergeReadings,
  type Patch,
  patchOf,
  pick,
  type Reading,
  touchedFields,
} from '@/lib/core/merge';
import type { Operation } from '@/lib/core/operation';
import type { FieldError } from '@/lib/core/result';
import type { Answer } from './call';
import { useForm, type Values } from './use-form';

type Options<V extends Values, R extends object, In extends object> = {
  initial: V;
  version: number;
  operation: Operation<In, R>;
  /** The operation's input: by what was changed, or where it takes the record as a whole, by all values. */
  input: (patch: Patch<V>, values: V) => In;
  check?: (values: V) => FieldError[];
  /** How the form words a record, where that is not as the record itself does. */
  valuesOf?: (record: never) => V;
  /** Fields that the form may change but not read: those changed here are asked about in any newer version. */
  unread?: readonly string[];
  /** What was typed elsewhere over an older reading of the record: the form opens with it. */
  typed?: { values: V; over: Reading<V> };
  done: (value: R) => void;
  /** What a save does where nothing was changed; without it, it is sent like any other. */
  unchanged?: () => void;
};

/**
 * A form over a record that others edit too. When the record has changed meanwhile, the form goes on from it as it stands
 * now and keeps what was changed here: different fields are merged and sent once more, the same field is asked about.
 */
export function useEdit<V extends Values, R extends object, In extends object = object>(
  options: Options<V, R, In>,
) {
  const { initial, version, operation, input, check, valuesOf, unread = [], typed, done } = options;
  // A ref, because a merged edit is sent again before the next rendering.
  const read = useRef(typed?.over ?? { values: initial, version });
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  // Fields that keep their own state are drawn anew when somebody else's value comes in.
  const [stamp, setStamp] = useState(0);
  const form = useForm<V, R, In>({
    initial: typed?.values ?? initial,
    operation,
    input: (values) => input(patchOf(values, read.current), values),
    done,
    ...(check ? { check } : {}),
  });

  /** Goes on from a newer reading; what was asked about it before (`open`) is still asked. */
  const adopt = (now: Reading<V>, mine: V, open: readonly Conflict[] = []) => {
    const asked = new Map(open.map((conflict) => [conflict.field, conflict]));
    const isAsked = (field: string) => asked.has(field) || unread.includes(field);
    const { merged, conflicts: found } = mergeReadings(mine, now.values, read.current.values, isAsked);
    read.current = now;
    form.setValues(merged);
    setConflicts(found.map((each) => ({ ...each, original: (asked.get(each.field) ?? each).original })));
    setStamp((count) => count + 1);
    return { merged, isClear: found.length === 0 };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what brings new values
  useEffect(() => {
    if (version > read.current.version) adopt({ values: initial, version }, form.values, conflicts);
  }, [version]);

  const submit = async (values: V = form.values, isMerged = false): Promise<Answer<R> | undefined> => {
    if (options.unchanged && touchedFields(values, read.current.values).length === 0) {
      options.unchanged();
      return undefined;
    }
    const answer = await form.submit(values);
    if (answer?.ok) {
      read.current = { values, version: versionIn(answer.value) ?? read.current.version };
      setConflicts([]);
    }
    if (!answer || answer.ok || !isStale(answer)) return answer;
    const now = versionIn(answer.current);
    if (now === undefined) return answer;
    const record = valuesOf ? valuesOf(answer.current as never) : (answer.current as V);
    const theirs = { values: pick(record, Object.keys(initial)) as V, version: now };
    const { merged, isClear } = adopt(theirs, values);
    return isClear && !isMerged ? submit(merged, true) : answer;
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const takeTheirs = (field: string) => {
    form.setValues((mine) => ({ ...mine, ...pick(read.current.values, [field]) }));
    setConflicts((before) => before.filter((conflict) => conflict.field !== field));
    setStamp((count) => count + 1);
  };
  const isShown = conflicts.length > 0 || form.busy;
  return {
    ...form,
    props: { ...form.props, onSubmit },
    submit,
    /** Without what the conflicts tell, or an edit that is being merged. */
    problems: isShown ? form.problems.filter(({ reason }) => reason !== 'stale') : form.problems,
    conflicts,
    takeTheirs,
    stamp,
    dirty: touchedFields(form.values, read.current.values).length > 0,
  };
}

function isStale({ errors }: { errors: readonly FieldError[] }): boolean {
  return errors.some(({ reason }) => reason === 'stale');
}

function versionIn(record: unknown): number | undefined {
  const { version } = (record ?? {}) as { version?: unknown };
  return typeof version === 'number' ? version : undefined;
}
