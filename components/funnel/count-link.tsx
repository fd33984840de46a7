import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { formatNumber } from '@/lib/core/dates';
import type { OpensRows } from './address';
import { type Bar, isStage, usePlaceName } from './bars';

type Props = {
  count: number;
  href: string;
  label: string;
  /** Inside a line of text: no wider than its digits. */
  tight?: boolean;
  className?: string;
};

/** A number that opens the rows it counts; where there are none, only the number. */
export function CountLink({ count, href, label, tight, className }: Props) {
  const text = formatNumber(count);
  if (count === 0) return <span className={classNames('text-ink-2 tabular-nums', className)}>{text}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className={classNames(
        'inline-block rounded-sm tabular-nums underline decoration-line-2 underline-offset-4 hover:decoration-current',
        !tight && 'min-h-6 min-w-6 leading-6',
        className,
      )}
    >
      {text}
      <span className="sr-only"> {label}</span>
    </Link>
  );
}

type BarCountProps = { bar: Bar; rows: OpensRows; className?: string };

/** The number of a bar, with its way to the rows. */
export function BarCount({ bar: { place, count, figure }, rows, className }: BarCountProps) {
  const t = useTranslations('funnel');
  const readings = useTranslations('funnel-readings');
  const name = usePlaceName()(place);
  const label = !isStage(place)
    ? readings('openStep', { step: name })
    : figure.kind === 'entered'
      ? readings('period.openEntered', { stage: name })
      : t('open.reached', { stage: name });
  return <CountLink {...{ count, label, className }} href={rows(figure)} />;
}
