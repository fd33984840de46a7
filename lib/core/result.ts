/**
 * A refusal is a named reason a user may sensibly run into; it is shown at the field with the input kept.
 * `reason` is a key below `refusal` in messages/{ko,en}/<noun>.json; `params` fill its sentence.
 */
export type Refusal = {
  reason: string;
  /** Path of the input field the sentence belongs to, e.g. ['effectiveAt']; empty for the whole form. */
  field?: readonly (string | number)[];
  params?: Record<string, string | number>;
  /** For `stale`: the record as it stands now, so that the reader can compare. */
  current?: unknown;
};

export type Result<T> = { ok: true; value: T } | { ok: false; refusals: readonly Refusal[] };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  reason: string,
  more: Omit<Refusal, 'reason'> = {},
): { ok: false; refusals: Refusal[] } {
  return { ok: false, refusals: [{ reason, ...more }] };
}

/** A refusal as its reader sees it: a sentence in the reader's language at a field. */
export type FieldError = { reason: string; field: (string | number)[]; message: string };
