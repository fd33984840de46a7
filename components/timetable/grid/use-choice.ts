'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LegalTarget, TimetableGrid } from '@/lib/timetable/schema/grid';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import type { GridIndex, Sides } from './grid-model';
import type { Chosen } from './standing';
import type { Plan } from './use-plan';

type Targets = ReadonlyMap<string, LegalTarget>;

/** The pair in hand and where it may go: asked of the server anew whenever the plan has changed. */
export function useChoice({ grid, ask }: Plan, index: GridIndex) {
  const [sides, setSides] = useState<Sides | null>(null);
  const [answer, setAnswer] = useState<{ of: TimetableGrid; pairId: string; targets: Targets } | null>(null);
  const pairId = sides?.pairId ?? null;
  useEffect(() => {
    if (!pairId) return;
    const going = new AbortController();
    ask.targets(pairId, { signal: going.signal }).then((read) => {
      if (going.signal.aborted || !read.ok) return;
      const targets = new Map(read.value.targets.map((target) => [target.slotId, target]));
      setAnswer({ of: grid, pairId, targets });
    });
    return () => going.abort();
  }, [pairId, grid, ask]);
  const chosen = useMemo<Chosen | null>(
    () => (sides ? { ...sides, meeting: index.byPair.get(sides.pairId) ?? null } : null),
    [sides, index],
  );
  const choose = useCallback((next: Sides | null) => setSides(next), []);
  const targets = answer && answer.pairId === pairId && answer.of === grid ? answer.targets : null;
  return { chosen, targets, choose };
}

export function sidesOf({ pair, startup, investor }: WishItem): Sides {
  return { pairId: pair.id, startupId: startup.id, investorId: investor.id };
}
