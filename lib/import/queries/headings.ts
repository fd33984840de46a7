import { LOCALES } from '@/lib/core/locale';
import { sayIn } from '@/lib/platform/say';
import { fieldsOf } from '../rules/fields';
import type { ColumnField } from '../rules/headings';
import type { ImportKind } from '../schema';

/** The columns of a kind with every heading that stands for them, in both languages. */
export function headedFields(kind: ImportKind): ColumnField[] {
  return fieldsOf(kind).map(({ key, words, isRequired }) => ({
    ...{ key, isRequired },
    headings: [key, ...LOCALES.map((locale) => sayIn(locale)(`import.field.${kind}.${key}`)), ...words],
  }));
}
