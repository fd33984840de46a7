import type { ReactNode } from 'react';

/** The record left, who they are right; below each other where there is no room, who they are first on phones. */
export function PartyLayout({ main, side }: { main?: ReactNode; side: ReactNode }) {
  if (!main) return <div className="grid max-w-2xl grid-cols-1 content-start gap-6">{side}</div>;
  return (
    <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-8">{main}</div>
      <aside className="grid min-w-0 grid-cols-1 content-start gap-6 max-xl:sm:grid-cols-2">{side}</aside>
    </div>
  );
}
