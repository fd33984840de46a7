/** One field that two people changed: what this one wants, what stands there now, what both had read. */
type FieldConflict = { field: string; mine: unknown; theirs: unknown; original: unknown };

export type MergedEdit<T extends object> =
  | { kind: 'apply'; changes: Partial<T> }
  | { kind: 'conflict'; fields: FieldConflict[] };

type Edit<T extends object> = {
  current: T;
  currentVersion: number;
  /** The version the editor was looking at. */
  readVersion: number;
  changes: Partial<T>;
  /** The values the editor had read; without them a stale edit cannot be merged. */
  base?: Partial<T>;
};

/**
 * Optimistic concurrency for an edited record. A fresh edit applies; a stale one applies where nobody else changed its
 * fields (or changed them to the same), else it conflicts, naming exactly the fields in dispute.
 */
export function mergeEdit<T extends object>(edit: Edit<T>): MergedEdit<T> {
  const { current, currentVersion, readVersion, changes, base } = edit;
  if (readVersion === currentVersion) return { kind: 'apply', changes };
  const fields = fieldsOf<Partial<T>>(changes)
    .filter((field) => !isUndisputed(field, edit))
    .map((field) => ({
      field,
      mine: changes[field],
      theirs: current[field],
      original: base?.[field],
    }));
  return fields.length === 0 ? { kind: 'apply', changes } : { kind: 'conflict', fields };
}

function fieldsOf<T extends object>(values: T): (keyof T & string)[] {
  return Object.keys(values) as (keyof T & string)[];
}

function isUndisputed<T extends object>(
  field: keyof T & string,
  { current, changes, base }: Edit<T>,
): boolean {
  if (!base || !Object.hasOwn(base, field)) return false;
  return !isDisputed(changes[field], current[field], base[field]);
}

/** The values of a record at one of its versions. */
export type Reading<V> = { values: V; version: number };
/** What is to be saved over a reading: the changed fields, with what they were read as. */
export type Patch<V> = { version: number; changes: Partial<V>; base: Partial<V> };

export function patchOf<V extends object>(values: V, read: Reading<V>): Patch<V> {
  const touched = touchedFields(values, read.values);
  return { version: read.version, changes: pick(values, touched), base: pick(read.values, touched) };
}

/** The fields whose values differ. */
export function touchedFields<V extends object>(values: V, before: V): (keyof V & string)[] {
  return fieldsOf(values).filter((field) => !isEqual(values[field], before[field]));
}

export function pick<V extends object>(values: V, fields: readonly (keyof V & string)[]): Partial<V> {
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<V>;
}

/** A field that two people changed: what stands there now, and what both had read. */
export type Conflict = { field: string; theirs: unknown; original: unknown };

/**
 * What was typed over one reading of a record, carried over to a newer one: mine where I changed something, theirs
 * elsewhere; the fields that both changed are named, as are the changed ones for which `isAsked`.
 */
export function mergeReadings<V extends object>(
  mine: V,
  theirs: V,
  original: V,
  isAsked: (field: string) => boolean = () => false,
): { merged: V; conflicts: Conflict[] } {
  const touched = touchedFields(mine, original);
  const conflicts = touched
    .filter((field) => isAsked(field) || isDisputed(mine[field], theirs[field], original[field]))
    .map((field) => ({ field, theirs: theirs[field], original: original[field] }));
  return { merged: { ...theirs, ...pick(mine, touched) }, conflicts };
}

/** Whether what was changed to `mine` was changed meanwhile too, and to something else. */
function isDisputed(mine: unknown, theirs: unknown, original: unknown): boolean {
  return !isEqual(theirs, original) && !isEqual(mine, theirs);
}

/** Deep equality of plain data: dates by their instant, arrays by order, objects by their keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Date || b instanceof Date) {
    return a instanceof Date && b instanceof Date && Object.is(a.getTime(), b.getTime());
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)));
}
