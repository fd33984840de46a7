import { Download, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { IMPORT_KINDS, type ImportKind } from '@/lib/import/schema';
import { importPath, kindSearch, templatePath } from './import-address';

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
      {t('link')}
    </LinkButton>
  );
}

/** What an empty list offers first: its rows from a spreadsheet, and the file to fill in for that. */
export function ImportStart({ slug, kind }: { slug: string; kind: ImportKind }) {
  const t = useTranslations('import');
  return (
    <>
      <ImportLink {...{ slug, kind }} />
      <a className={buttonClass({ size: 'sm' })} href={templatePath(slug, kind)} download="">
        <Download aria-hidden="true" size={16} />
        {t('templateLink')}
      </a>
    </>
  );
}
