import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import type { LeftOut } from '@/lib/funnel/schema/figures';
import { totalsText } from './total-lines';

type Props = {
  leftOut: LeftOut | undefined;
  /** Opens the pairs that were left out; none where a figure opens no rows. */
  href?: string;
};

/** Beside a sum: how many closed pairs and how much of their talk it leaves out. Nothing where it leaves out none. */
export function LeftOutText({ leftOut, href }: Props) {
  const text = useLeftOutText()(leftOut);
  if (!text) return null;
  return (
    <span className="block text-2xs font-normal text-ink-2">
      {href ? <TextLink href={href}>{text}</TextLink> : text}
    </span>
  );
}

/** `종료된 매칭 2건, 45억 원 제외`; null where nothing is left out. */
function useLeftOutText(): (leftOut: LeftOut | undefined) => string | null {
  const t = useTranslations('funnel.money');
  const locale = useLocale();
  return (leftOut) =>
    leftOut && leftOut.pairs > 0
      ? t('leftOut', { count: leftOut.pairs, money: totalsText(leftOut.totals, locale) })
      : null;
}
