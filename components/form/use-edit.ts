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
import { type Answer, isStale } from './call';
import { type FormValues, useForm } from './use-form';

type Options<V extends FormValues, R extends object, In extends object> = {
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
export function useEdit<V extends FormValues, R extends object, In extends object = object>(
  options: Options<V, R, In>,
) {
  const { initial, version, operation, input, check, valuesOf, unread = [], typed, done } = options;
  // A ref, because a merged edit is sent again before the next rendering.
  const read = useRef(typed?.over ?? { values: initial, version });
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  // Fields that keep their own state are drawn anew when somebody else's value comes in.
  const [stamp, setStamp] = useState(0);
  const [saves, setSaves] = useState(0);
  const form = useForm<V, R, In>({
    initial: typed?.values ?? initial,
    operation,
    input: (values) => input(patchOf(values, read.current), values),
    done,
    ...(check ? { check } : {}),
  });

  /**
   * Goes on from a newer reading with what was changed here (`mine`). What was typed since the form held `held` stays, and
   * what was asked before (`open`) is still asked.
   */
  const adopt = (now: Reading<V>, mine: V, held: V, open: readonly Conflict[] = []) => {
    const asked = new Map(open.map((conflict) => [conflict.field, conflict]));
    const isAsked = (field: string) => asked.has(field) || unread.includes(field);
    const { merged, conflicts: found } = mergeReadings(mine, now.values, read.current.values, isAsked);
    read.current = now;
    form.setValues((typed) => ({ ...merged, ...pick(typed, touchedFields(typed, held)) }));
    setConflicts(found.map((each) => ({ ...each, original: (asked.get(each.field) ?? each).original })));
    setStamp((count) => count + 1);
    return { merged, isClear: found.length === 0 };
  };
  // A save that is on its way was made over the reading it started from: what the page brings meanwhile waits for its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what brings new values
  useEffect(() => {
    if (saves > 0 || version <= read.current.version) return;
    adopt({ values: initial, version }, form.values, form.values, conflicts);
  }, [version, saves]);

  const save = async (values: V, held: V, isMerged = false): Promise<Answer<R> | undefined> => {
    if (options.unchanged && touchedFields(values, read.current.values).length === 0) {
      options.unchanged();
      return undefined;
    }
    const answer = await form.submit(values);
    if (answer?.ok) {
      // Where another change lay between, the server has merged it: its values come with the page, as a newer reading.
      const before = read.current.version;
      read.current = { values, version: versionIn(answer.value) === before + 1 ? before + 1 : before };
      setConflicts([]);
    }
    if (!answer || answer.ok || !isStale(answer)) return answer;
    const now = versionIn(answer.current);
    if (now === undefined) return answer;
    const record = valuesOf ? valuesOf(answer.current as never) : (answer.current as V);
    const theirs = { values: pick(record, Object.keys(initial)) as V, version: now };
    const { merged, isClear } = adopt(theirs, values, held);
    return isClear && !isMerged ? save(merged, merged, true) : answer;
  };
  const submit = async (values: V = form.values) => {
    setSaves((count) => count + 1);
    const answer = await save(values, form.values);
    setSaves((count) => count - 1);
    return answer;
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

function versionIn(record: unknown): number | undefined {
  const { version } = (record ?? {}) as { version?: unknown };
  return typeof version === 'number' ? version : undefined;
}
