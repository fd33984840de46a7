import { useTranslations } from 'next-intl';
import type { ImportKind } from '@/lib/import/schema';

type Translate = {
  (key: string): string;
  has: (key: string) => boolean;
};

/** Words for what stands in a file of one kind. Needs the messages of `import`. */
export function useImportWords(kind: ImportKind) {
  const t = useTranslations() as unknown as Translate;
  const word = (key: string) => (t.has(key) ? t(key) : undefined);
  return {
    field: (key: string) => word(`import.field.${kind}.${key}`) ?? key,
  };
}
