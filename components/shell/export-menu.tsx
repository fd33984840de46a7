import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { withParams } from '@/lib/core/address';

/** The lists that can be taken away, as the API names them. */
type ExportedList =
  | 'funnel'
  | 'rows'
  | 'pairs'
  | 'outcomes'
  | 'amounts'
  | 'meetings'
  | 'startups'
  | 'investors'
  | 'people'
  | 'wishes'
  | 'timetable'
  | 'audit';

type Props = {
  slug: string;
  /** Which export, and its question in the words of the API. */
  what: ExportedList;
  asked: Readonly<Record<string, string>>;
  /** Lists of the same pairs that go with it, by the same question. */
  also?: readonly ('outcomes' | 'amounts')[];
};

const FORMATS = ['xlsx', 'csv'] as const;

/** What stands on the screen, as a file for a spreadsheet. */
export function ExportMenu({ slug, what, asked, also = [] }: Props) {
  const t = useTranslations('export');
  // What goes with a list comes by its day, in no other order.
  const { sort: _, ...unsorted } = asked;
  const itemsOf = (list: ExportedList): MenuItem[] =>
    FORMATS.map((format) => ({
      id: `${list}.${format}`,
      label: list === what ? t(format) : t(`also.${list as 'outcomes'}.${format}`),
      ...(list === what && format === 'xlsx' && { hint: t('hint') }),
      ...(list !== what && format === 'xlsx' && { startsGroup: true }),
      href: withParams(
        `/api/v1/programs/${slug}/exports/${list}/${format}`,
        list === what ? asked : unsorted,
      ),
      // Named by the answer.
      download: '',
    }));
  const trigger = (
    <>
      <Download aria-hidden="true" size={16} />
      {t('menu')}
    </>
  );
  return <Menu place="end" trigger={trigger} items={[what, ...also].flatMap(itemsOf)} />;
}
