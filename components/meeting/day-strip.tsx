'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { DateInput } from '@/components/ui/date-input';

/** Days side by side; on a narrow screen the one shown is brought into view. */
export function DayStrip({ label, children }: { label: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const [box, current] = [strip.current, strip.current?.querySelector<HTMLElement>('[aria-current]')];
    if (box && current) box.scrollLeft = current.offsetLeft - (box.clientWidth - current.clientWidth) / 2;
  });
  return (
    <nav ref={strip} aria-label={label} className="ui-tabs relative min-w-0 max-sm:basis-full">
      {children}
    </nav>
  );
}

type JumpProps = {
  label: string;
  className?: string;
  shown: string;
  first?: string | undefined;
  last?: string | undefined;
  /** The address without a day. */
  href: string;
};

/** Goes to the day that was picked; half-typed dates lead nowhere. */
export function DayJump({ label, className, shown, first, last, href }: JumpProps) {
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
