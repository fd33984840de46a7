import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { IMPORT_KINDS } from '@/lib/import/schema';
import { importPath, kindSearch } from './import-address';

/** From a list to the place where more of it comes in by a spreadsheet; nothing where that kind is not read. */
export function ImportLink({ slug, kind }: { slug: string; kind: string }) {
  const t = useTranslations('import');
  const known = IMPORT_KINDS.find((each) => each === kind);
  if (!known) return null;
  return (
    <LinkButton
      size="sm"
      href={importPath(slug) + kindSearch({ kind: known })}
      icon={<FileUp aria-hidden="true" size={16} />}
    >
      {t('title')}
    </LinkButton>
  );
}
