'use client';

import { useEffect, useMemo, useState } from 'react';
import { late } from '@/components/ui/late';
import { installationPages, programPages } from '@/lib/search/rules/pages';
import { type Opened, onAskedToOpen } from './open-search';
import type { CommandsOf } from './use-commands';
import { useRememberedVisits } from './use-remembered-visits';
import { useShortcuts } from './use-shortcuts';

const Palette = late(() => import('./palette').then((file) => file.Palette));
const ShortcutSheet = late(() => import('./shortcut-sheet').then((file) => file.ShortcutSheet));

/** Listens to the keys of every page; search and the sheet of keys are loaded when they are first asked for. */
export function CommandCenter(props: CommandsOf) {
  const { personId, program, roles } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const pages = useMemo(
    () => [...(program ? programPages(program) : []), ...installationPages(roles)],
    [program, roles],
  );
  useShortcuts(pages, setOpened);
  useRememberedVisits(personId);
  useEffect(() => {
    const gone = new AbortController();
    onAskedToOpen(setOpened, gone.signal);
    return () => gone.abort();
  }, []);
  const close = () => setOpened(null);
  return (
    <>
      {opened === 'search' && <Palette {...props} onClose={close} />}
      {opened === 'sheet' && (
        <ShortcutSheet pages={pages} plans={program !== null && program.role !== 'startup'} onClose={close} />
      )}
    </>
  );
}
