import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { formatNumber } from '@/lib/core/dates';

type Props = { count: number; href: string; label: string; className?: string };

/** A number that opens the rows it counts; where there are none, only the number. */
export function CountLink({ count, href, label, className }: Props) {
  const text = formatNumber(count);
  if (count === 0) return <span className={classNames('text-ink-2 tabular-nums', className)}>{text}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className={classNames(
        'inline-block min-w-6 rounded-sm tabular-nums underline decoration-line-2 underline-offset-4 hover:decoration-current',
        className,
      )}
    >
      {text}
      <span className="sr-only"> {label}</span>
    </Link>
  );
}
