import { classNames } from './class-names';

/** Keeps a place of the given size; the loading region around it says "loading" once. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames('ui-skeleton block', className ?? 'h-4 w-full')} />;
}

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className="grid gap-2" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} className={line === lines - 1 ? 'h-4 w-2/3' : 'h-4 w-full'} />
      ))}
    </span>
  );
}

export function SkeletonTable({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  const cells = Array.from({ length: rows * columns }, (_, cell) => cell);
  return (
    <div
      aria-hidden="true"
      className="grid gap-x-6 gap-y-4 py-3"
      style={{ gridTemplateColumns: `2fr repeat(${columns - 1}, 1fr)` }}
    >
      {cells.map((cell) => (
        <Skeleton key={cell} className="h-4 w-full" />
      ))}
    </div>
  );
}
