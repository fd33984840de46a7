import { useTranslations } from 'next-intl';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { type FunnelAddress, funnelHref, funnelPath } from './address';

/** The screens below the funnel, by their address. Each keeps the date, the second clock and the filter. */
export const FUNNEL_PLACES = {
  figures: '',
  split: '/split',
  compare: '/compare',
  time: '/time',
  reports: '/reports',
  waves: '/waves',
  quality: '/quality',
} as const;
export type FunnelPlace = keyof typeof FUNNEL_PLACES;

type Props = { slug: string; place: FunnelPlace; address: FunnelAddress };

export function FunnelTabs({ slug, place, address }: Props) {
  const t = useTranslations('funnel.place');
  const search = funnelHref(slug, address).slice(funnelPath(slug).length);
  const items = Object.entries(FUNNEL_PLACES).map(([key, path]) => ({
    href: `${funnelPath(slug)}${path}${search}`,
    label: t(key as FunnelPlace),
    current: key === place,
  }));
  return <SegmentedLinks label={t('label')} items={items} />;
}
