import { useLocale, useTranslations } from 'next-intl';
import { SegmentedLinks } from '@/components/ui/segmented-control';
import { formatDay } from '@/lib/core/dates';
import { type FunnelAddress, type FunnelScreenAddress, funnelHref } from './address';

type Props = { slug: string; address: FunnelAddress; screen?: FunnelScreenAddress };

/** The second clock: all that is known now, or only what had been written down by then. */
export function KnownChoice({ slug, address, screen }: Props) {
  const t = useTranslations('funnel.known');
  const locale = useLocale();
  const { knownOn } = address;
  const item = (known: FunnelAddress['knownOn'], label: string) => ({
    href: funnelHref(slug, { ...address, knownOn: known }, screen),
    label,
    current: knownOn === known,
  });
  return (
    <SegmentedLinks
      label={t('label')}
      items={[
        item('', t('now')),
        item('then', t('then')),
        ...(knownOn && knownOn !== 'then'
          ? [item(knownOn, t('at', { date: formatDay(knownOn, locale) }))]
          : []),
      ]}
    />
  );
}
