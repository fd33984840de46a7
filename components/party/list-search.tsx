'use client';

import { usePathname } from 'next/navigation';
import { debounce, parseAsString, useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import { SearchBox } from '@/components/ui/search-box';

type Props = { label: string; params: Record<string, string> };

const parsers = { q: parseAsString.withDefault(''), cursor: parseAsString };
const PAUSE_MS = 200;

/** Searches while it is typed; without script Enter does the same. Other parameters stay, the page starts anew. */
export function ListSearch({ label, params }: Props) {
  const path = usePathname();
  const [pending, startTransition] = useTransition();
  const [{ q }, ask] = useQueryStates(parsers, { shallow: false, startTransition });
  const search = (text: string) =>
    ask({ q: text.trim() ? text : null, cursor: null }, { limitUrlUpdates: debounce(PAUSE_MS) });
  return (
    <form method="get" action={path} className="w-64 max-sm:w-full" aria-busy={pending}>
      {Object.entries(params).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <SearchBox
        label={label}
        value={q}
        maxLength={100}
        onChange={(event) => void search(event.target.value)}
      />
    </form>
  );
}
