import { useTranslations } from 'next-intl';
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
