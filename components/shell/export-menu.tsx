import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import { withParams } from '@/lib/core/address';

type Props = {
  slug: string;
  /** Which export, and its question in the words of the API. */
  what: 'funnel' | 'rows' | 'pairs';
  asked: Readonly<Record<string, string>>;
};

const FORMATS = ['xlsx', 'csv'] as const;

/** What stands on the screen, as a file for a spreadsheet. */
export function ExportMenu({ slug, what, asked }: Props) {
  const t = useTranslations('export');
  const items = FORMATS.map((format) => ({
    id: format,
    label: t(format),
    ...(format === 'xlsx' && { hint: t('hint') }),
    href: withParams(`/api/v1/programs/${slug}/exports/${what}/${format}`, asked),
    // Named by the answer.
    download: '',
  }));
  const trigger = (
    <>
      <Download aria-hidden="true" size={16} />
      {t('menu')}
    </>
  );
  return <Menu place="end" trigger={trigger} items={items} />;
}
