export type LockHolder = { pid: number; started: string; [note: string]: unknown };
export function processStart(pid: number): string | null;
export function lockHolder(path: string): LockHolder | null;
export function takeLock(
  path: string,
  note?: Record<string, unknown>,
): { release: () => void; holder?: undefined } | { release?: undefined; holder: LockHolder };
