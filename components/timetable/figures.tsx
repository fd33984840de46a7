import { useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { TimetableFigures, TimetableProof } from '@/lib/timetable/schema/stage';

type Props = { figures: TimetableFigures; proof: TimetableProof | null };

/** What a timetable comes to and how good that is, in one line of words. */
export function FiguresLine({ figures, proof }: Props) {
  const t = useTranslations('timetable-grid.figures');
  const parts = [
    t('places', { placed: formatNumber(figures.placed), seats: formatNumber(figures.seats) }),
    t('wishes', { met: formatNumber(figures.wishesPlaced), wishes: formatNumber(figures.wishes) }),
    ...(figures.musts > 0
      ? [t('musts', { met: formatNumber(figures.mustsPlaced), musts: formatNumber(figures.musts) })]
      : []),
    !proof && figures.wishes === 0
      ? t('nothing')
      : proof
        ? t(proof.weight >= proof.bound ? 'proved' : 'bounded', {
            weight: formatNumber(proof.weight),
            bound: formatNumber(proof.bound),
            gap: formatPercent(Math.max(0, proof.bound - proof.weight), proof.bound),
          })
        : t('noProof', { weight: formatNumber(figures.weight), all: formatNumber(figures.weightWished) }),
  ];
  return <span className="tabular-nums">{parts.join(' · ')}</span>;
}

type Row = [label: string, value: (figures: TimetableFigures) => string];
type Column = { label: string; figures: TimetableFigures };
/** Figures of one or two timetables side by side: wishes met, floors, gaps and how evenly meetings fall. */
export function FiguresTable({ caption, columns }: { caption: string; columns: readonly Column[] }) {
  const t = useTranslations('timetable-grid.figures.table');
  const spread = ({ least, median, most }: TimetableFigures['startups']) =>
    t('spreadValue', { least: formatNumber(least), median: formatNumber(median), most: formatNumber(most) });
  const rows: Row[] = [
    [t('placed'), (each) => t('of', { n: formatNumber(each.placed), total: formatNumber(each.seats) })],
    [
      t('wishes'),
      (each) =>
        t('share', {
          n: formatNumber(each.wishesPlaced),
          total: formatNumber(each.wishes),
          share: formatPercent(each.wishesPlaced, each.wishes),
        }),
    ],
    [t('musts'), (each) => t('of', { n: formatNumber(each.mustsPlaced), total: formatNumber(each.musts) })],
    [
      t('weight'),
      (each) => t('of', { n: formatNumber(each.weight), total: formatNumber(each.weightWished) }),
    ],
    [t('startups'), (each) => spread(each.startups)],
    [t('investors'), (each) => spread(each.investors)],
    [
      t('belowFloor'),
      (each) => t('sides', { startups: each.startups.belowFloor, investors: each.investors.belowFloor }),
    ],
    [t('gaps'), (each) => t('sides', { startups: each.gaps.startups, investors: each.gaps.investors })],
  ];
  return (
    <div className="max-w-3xl">
      <FigureTable
        caption={caption}
        rows={rows}
        keyOf={([label]) => label}
        columns={[
          { head: t('figure'), isHidden: true, cell: ([label]) => label },
          ...columns.map((column) => ({
            head: column.label,
            cell: ([, value]: Row) => value(column.figures),
          })),
        ]}
      />
    </div>
  );
}
