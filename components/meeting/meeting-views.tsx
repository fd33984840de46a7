import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

type Props = { slug: string; current: 'agenda' | 'outcomes'; toLog: number };

/** The two faces of meetings: what is on, and what has not been written down. */
export function MeetingViews({ slug, current, toLog }: Props) {
  const t = useTranslations('meeting.views');
  const base = `/programs/${slug}/meetings`;
  return (
    <Tabs
      label={t('label')}
      tabs={[
        { href: base, label: t('agenda'), current: current === 'agenda' },
        { href: `${base}/outcomes`, label: t('outcomes'), current: current === 'outcomes', count: toLog },
      ]}
    />
  );
}
