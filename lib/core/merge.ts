/** One field that two people changed: what this one wants, what stands there now, what both had read. */
export type FieldConflict = { field: string; mine: unknown; theirs: unknown; original: unknown };

export type MergedEdit<T extends object> =
  | { kind: 'apply'; changes: Partial<T> }
  | { kind: 'conflict'; fields: FieldConflict[] };

export type Edit<T extends object> = {
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
  const fields = changedFields(changes)
    .filter((field) => !isUndisputed(field, edit))
    .map((field) => ({
      field,
      mine: changes[field],
      theirs: current[field],
      original: base?.[field],
    }));
  return fields.length === 0 ? { kind: 'apply', changes } : { kind: 'conflict', fields };
}

function changedFields<T extends object>(changes: Partial<T>): (keyof T & string)[] {
  return Object.keys(changes) as (keyof T & string)[];
}

function isUndisputed<T extends object>(
  field: keyof T & string,
  { current, changes, base }: Edit<T>,
): boolean {
  if (!base || !Object.hasOwn(base, field)) return false;
  return isEqual(base[field], current[field]) || isEqual(changes[field], current[field]);
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
