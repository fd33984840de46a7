import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

const FORMATS = ['xlsx', 'csv'] as const;

/** What is left out as a file with the reason of each row, to be corrected in a spreadsheet and imported again. */
export function RejectedRows({ slug, importId, count }: { slug: string; importId: string; count: number }) {
  const t = useTranslations('import.rejected');
  if (count === 0) return null;
  return (
    <Notice>
      <p>{t('text', { count })}</p>
      <span className="flex flex-wrap gap-2 pt-1">
        {FORMATS.map((format) => (
          <a
            key={format}
            className={buttonClass({ size: 'sm' })}
            href={`/api/v1/programs/${slug}/imports/${importId}/rejected/${format}`}
            download=""
          >
            <Download aria-hidden="true" size={16} />
            {format.toUpperCase()}
          </a>
        ))}
      </span>
    </Notice>
  );
}
