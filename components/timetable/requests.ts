import { type Answer, type Problem, send } from '@/components/ui/request';
import type { OutputOf } from '@/lib/core/operation';
import type { timetableOperations } from '@/lib/timetable/operations';
import type { Change } from '@/lib/timetable/schema';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import type { Comparison, RepairAnswer, WhatIf, WhyNot } from '@/lib/timetable/schema/questions';
import type { LockOf } from './grid/plan-changes';

/** What the server computes before it answers takes longer than what it looks up. */
const COMPUTING_MS = 120_000;

/** The network may lose an answer: the same key sent again gives the first answer and changes nothing twice. */
async function post<T>(path: string, body: unknown, patience?: number): Promise<Answer<T>> {
  const options = { idempotencyKey: crypto.randomUUID(), ...(patience ? { patience } : {}) };
  const first = await send<T>('POST', path, body, options);
  if (first.ok || !('offline' in first)) return first;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return send<T>('POST', path, body, options);
}

type RunAnswer = OutputOf<typeof timetableOperations.getRun>;
type LegalTargets = OutputOf<typeof timetableOperations.getLegalTargets>;
type Aborted = { signal?: AbortSignal };
export type Changed = { timetableId: string; version: number };
export type Published = Changed & { number: number; booked: number; moved: number; cancelled: number };

/** `past`: meetings of a time that is over are meant. */
type SaidOfPublication = { note: string; past: boolean };

function saidOf({ note, past }: SaidOfPublication) {
  return { ...(note ? { note } : {}), ...(past ? { past } : {}) };
}

/** The question about meetings of a time that is over, where that is all that stands in the way. */
export function pastQuestion(problem: Problem | 'offline' | null): string | null {
  const errors = problem && problem !== 'offline' ? (problem.errors ?? []) : [];
  return errors.length > 0 && errors.every(({ reason }) => reason === 'in_the_past')
    ? (errors[0]?.message ?? null)
    : null;
}

/** What is asked of a stage rather than of one timetable. */
export function stageRequests(slug: string, stage: string) {
  const base = `/programs/${slug}/timetables`;
  return {
    create: (from?: string | null, name?: string) =>
      post<Changed>(base, { stage, ...(from === undefined ? {} : { from }), ...(name ? { name } : {}) }),
    undo: (said: SaidOfPublication) => post<Published>(`${base}/undo`, { stage, ...saidOf(said) }),
    repairs: (change: Change) => post<RepairAnswer>(`${base}/repairs`, { stage, change }, COMPUTING_MS),
    takeRepair: (change: Change, option: number, basedOn: string) =>
      post<Changed>(`${base}/repairs/take`, { stage, change, option, basedOn }, COMPUTING_MS),
  };
}

/** One timetable of a program as the browser asks of it; `version` is the one that was read. */
export function timetableRequests(slug: string, timetableId: string) {
  const base = `/programs/${slug}/timetables/${timetableId}`;
  const get = <T>(path: string, { signal }: Aborted = {}) =>
    send<T>('GET', `${base}${path}`, undefined, signal ? { signal } : {});
  return {
    grid: (options?: Aborted) => get<TimetableGrid>('', options),
    targets: (pairId: string, options?: Aborted) => get<LegalTargets>(`/targets/${pairId}`, options),
    whyNot: (pairId: string, options?: Aborted) => get<WhyNot>(`/why-not/${pairId}`, options),
    run: (options?: Aborted) => get<RunAnswer>('/run', options),
    compare: (options?: Aborted) =>
      send<Comparison>('GET', `/programs/${slug}/timetables/compare?to=${timetableId}`, undefined, options),
    place: (version: number, pairId: string, slotId: string, tableId?: string | null) =>
      post<Changed>(`${base}/place`, {
        version,
        pairId,
        slotId,
        ...(tableId === undefined ? {} : { tableId }),
      }),
    move: (version: number, pairId: string, slotId: string, tableId?: string | null) =>
      post<Changed>(`${base}/move`, {
        version,
        pairId,
        slotId,
        ...(tableId === undefined ? {} : { tableId }),
      }),
    swap: (version: number, pairId: string, withPairId: string) =>
      post<Changed>(`${base}/swap`, { version, pairId, withPairId }),
    remove: (version: number, pairId: string) => post<Changed>(`${base}/remove`, { version, pairId }),
    lock: (version: number, of: LockOf, locked: boolean) =>
      post<Changed>(`${base}/lock`, { version, locked, ...of }),
    solve: (version: number, seconds: number) => post<RunAnswer>(`${base}/solve`, { version, seconds }),
    stop: () => post<RunAnswer>(`${base}/stop`, {}),
    publish: (version: number, said: SaidOfPublication) =>
      post<Published>(`${base}/publish`, { version, ...saidOf(said) }),
    whatIf: (change: Change) => post<WhatIf>(`${base}/what-if`, { change }, COMPUTING_MS),
    rename: (version: number, name: string) => send<Changed>('PATCH', base, { version, name }),
    discard: (version: number) => post<Changed>(`${base}/discard`, { version }),
    restore: (version: number) => post<Changed>(`${base}/restore`, { version }),
  };
}

export type TimetableRequests = ReturnType<typeof timetableRequests>;
