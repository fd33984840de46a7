import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { keepRecent } from '@/components/shell/recent';

/** A shorter stay is no visit; by then the page has its title, too. */
const STAY_MS = 1000;
const RECORD = /^\/programs\/([^/]+)\/(pair|startup|investor)s\/[0-9a-f-]{36}$/;
const SUFFIX = / · Roundtable$/;

/** Keeps on this device which records the person opened, by the titles of their pages. */
export function useRememberedVisits(personId: string): void {
  const path = usePathname();
  useEffect(() => {
    const [, program, kind] = RECORD.exec(path) ?? [];
    if (!program || !kind) return;
    const timer = setTimeout(() => {
      const title = document.title.replace(SUFFIX, '');
      if (title) keepRecent(localStorage, personId, { kind, program, title, detail: '', href: path });
    }, STAY_MS);
    return () => clearTimeout(timer);
  }, [path, personId]);
}
