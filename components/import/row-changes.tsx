import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ImportKind, ImportRow } from '@/lib/import/schema';
import { useImportWords } from './import-words';

/** What a row would write: each value in the words of its reader, beside what it replaces. */
export function RowChanges({ kind, row: { changes, verdict } }: { kind: ImportKind; row: ImportRow }) {
  const t = useTranslations('import.rows');
  const words = useImportWords(kind);
  if (changes.length === 0)
    return (
      <span className="text-sm text-ink-2">{t(verdict === 'skipped' ? 'skipped' : 'nothingToWrite')}</span>
    );
  return (
    <ul className="grid gap-0.5 text-sm">
      {changes.map(({ field, from, to }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-1.5 break-words">
          <span className="text-ink-2">{words.field(field)}</span>
          {from !== null && (
            <>
              <del className="text-ink-2">{from || t('empty')}</del>
              <ArrowRight aria-hidden="true" size={14} className="self-center text-ink-2" />
            </>
          )}
          <ins className="no-underline">{to || t('empty')}</ins>
        </li>
      ))}
    </ul>
  );
}
