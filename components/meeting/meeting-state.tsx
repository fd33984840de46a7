import { Check, CircleSlash, UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { MeetingState, Side } from '@/lib/meeting/rules';

/** How a meeting stands, in a word and a sign; a no-show names who did not come. */
export function MeetingStateBadge({ state, side }: { state: MeetingState; side: Side | null }) {
  const t = useTranslations('meeting');
  if (state === 'scheduled') return <Badge tone="outline">{t('state.scheduled')}</Badge>;
  if (state === 'held') {
    return (
      <Badge tone="done" icon={<Check aria-hidden="true" size={12} />}>
        {t('state.held')}
      </Badge>
    );
  }
  if (state === 'no_show') {
    return (
      <Badge tone="warn" icon={<UserX aria-hidden="true" size={12} />}>
        {side ? t(`side.${side}`) : t('state.no_show')}
      </Badge>
    );
  }
  return (
    <Badge icon={<CircleSlash aria-hidden="true" size={12} />}>
      <s>{t('state.cancelled')}</s>
    </Badge>
  );
}
