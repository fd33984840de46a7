import { nameKey } from '@/lib/core/text';
import { AlikeNames } from './alike';
import type { RowReader } from './row-reader';

export type NamedRecord = { id: string; name: string; nameEn?: string | undefined; isArchived: boolean };

/** Records by the names that rows call them by: in either language, whatever their case, width and spaces. */
export class NameIndex<T extends NamedRecord> {
  private readonly byName = new Map<string, T[]>();
  private alike: AlikeNames<T> | null = null;
  readonly records: readonly T[];

  constructor(records: readonly T[]) {
    this.records = records;
    for (const record of records) {
      const { name, nameEn = '' } = record;
      for (const key of new Set([nameKey(name), ...(nameEn ? [nameKey(nameEn)] : [])]))
        this.byName.set(key, [...(this.byName.get(key) ?? []), record]);
    }
  }

  /** All of this name; those that are in use, where any are. */
  named(name: string): T[] {
    const all = this.byName.get(nameKey(name)) ?? [];
    const live = all.filter(({ isArchived }) => !isArchived);
    return live.length > 0 ? live : all;
  }

  /** One whose name is nearly this. What a file names is mostly known: slips are reckoned once one is asked for. */
  near(name: string): T | undefined {
    if (name === '') return undefined;
    this.alike ??= this.slips();
    return this.alike.find(name);
  }

  private slips(): AlikeNames<T> {
    const alike = new AlikeNames<T>();
    for (const record of this.records)
      for (const each of [record.name, record.nameEn ?? '']) alike.add(each, record);
    return alike;
  }

  /**
   * The one that a row names in a field; undefined where the cell is empty, or told there: `unknown_name` with a name
   * that is nearly this to choose, `archived_party`, `several_of_name`.
   */
  find(row: RowReader, field: string): T | undefined {
    const text = row.text(field);
    if (text === undefined) return undefined;
    const [only, another] = this.named(text);
    if (!only) {
      const near = this.near(text);
      return row.tell(field, 'unknown_name', {
        params: { value: text },
        ...(near && !near.isArchived ? { readings: [near.name] } : {}),
      });
    }
    if (another) return row.tell(field, 'several_of_name', { params: { name: text } });
    return only.isArchived ? row.tell(field, 'archived_party', { params: { name: only.name } }) : only;
  }
}
