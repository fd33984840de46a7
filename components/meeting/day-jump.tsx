'use client';

import { useRouter } from 'next/navigation';
import { DateInput } from '@/components/ui/date-input';

type Props = {
  label: string;
  className?: string;
  shown: string;
  first?: string | undefined;
  last?: string | undefined;
  /** The address without a day. */
  href: string;
};

/** Goes to the day that was picked; half-typed dates lead nowhere. */
export function DayJump({ label, className, shown, first, last, href }: Props) {
  const router = useRouter();
  return (
    <DateInput
      label={label}
      labelHidden
      className={className}
      defaultValue={shown}
      min={first}
      max={last}
      onChange={(event) => {
        const day = event.target.value;
        if (day && day !== shown) router.push(`${href}${href.includes('?') ? '&' : '?'}day=${day}`);
      }}
    />
  );
}
