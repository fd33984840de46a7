import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/dates';
import type { TimetableFigures, TimetableProof } from '@/lib/timetable/schema/stage';

type Props = { figures: TimetableFigures; proof: TimetableProof | null };

/** What a timetable comes to and how good that is, in one line of words. */
export function FiguresLine({ figures, proof }: Props) {
  const t = useTranslations('timetable-grid.figures');
  const n = (value: number) => formatNumber(value);
  const parts = [
    t('places', { placed: n(figures.placed), seats: n(figures.seats) }),
    t('wishes', { met: n(figures.wishesPlaced), wishes: n(figures.wishes) }),
    ...(figures.musts > 0 ? [t('musts', { met: n(figures.mustsPlaced), musts: n(figures.musts) })] : []),
    !proof && figures.wishes === 0
      ? t('nothing')
      : proof
        ? t(proof.weight >= proof.bound ? 'proved' : 'bounded', {
            weight: n(proof.weight),
            bound: n(proof.bound),
            gap: formatPercent(Math.max(0, proof.bound - proof.weight), proof.bound),
          })
        : t('noProof', { weight: n(figures.weight), all: n(figures.weightWished) }),
  ];
  return <span className="tabular-nums">{parts.join(' · ')}</span>;
}

type Column = { label: string; figures: TimetableFigures };
const n = (value: number) => formatNumber(value);

/** Figures of one or two timetables side by side: wishes met, floors, gaps and how evenly meetings fall. */
export function FiguresTable({ caption, columns }: { caption: string; columns: readonly Column[] }) {
  const t = useTranslations('timetable-grid.figures.table');
  const spread = ({ least, median, most }: TimetableFigures['startups']) =>
    t('spreadValue', { least: n(least), median: n(median), most: n(most) });
  const rows: [string, (figures: TimetableFigures) => string][] = [
    [t('placed'), (each) => t('of', { n: n(each.placed), total: n(each.seats) })],
    [
      t('wishes'),
      (each) =>
        t('share', {
          n: n(each.wishesPlaced),
          total: n(each.wishes),
          share: formatPercent(each.wishesPlaced, each.wishes),
        }),
    ],
    [t('musts'), (each) => t('of', { n: n(each.mustsPlaced), total: n(each.musts) })],
    [t('weight'), (each) => t('of', { n: n(each.weight), total: n(each.weightWished) })],
    [t('startups'), (each) => spread(each.startups)],
    [t('investors'), (each) => spread(each.investors)],
    [
      t('belowFloor'),
      (each) => t('sides', { startups: each.startups.belowFloor, investors: each.investors.belowFloor }),
    ],
    [t('gaps'), (each) => t('sides', { startups: each.gaps.startups, investors: each.gaps.investors })],
  ];
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense className="max-w-3xl">
        <thead>
          <tr>
            <HeaderCell>
              <span className="sr-only">{t('figure')}</span>
            </HeaderCell>
            {columns.map(({ label }) => (
              <HeaderCell key={label} numeric>
                {label}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="text-start">
                {label}
              </th>
              {columns.map((column) => (
                <Cell key={column.label} numeric>
                  {value(column.figures)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
