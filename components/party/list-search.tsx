'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { SearchBox } from '@/components/ui/search-box';

type Props = { label: string; value: string; params: Record<string, string> };

/** Searches while it is typed; without script Enter does the same. Other parameters stay, the page starts anew. */
export function ListSearch({ label, value, params }: Props) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [pending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const next = new URLSearchParams(query);
      next.delete('cursor');
      if (text.trim()) next.set('q', text);
      else next.delete('q');
      start(() => router.replace(`${path}?${next}`, { scroll: false }));
    }, 200);
  };
  return (
    <form method="get" action={path} className="w-64 max-sm:w-full" aria-busy={pending}>
      {Object.entries(params).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <SearchBox
        label={label}
        defaultValue={value}
        maxLength={100}
        onChange={(event) => search(event.target.value)}
      />
    </form>
  );
}
