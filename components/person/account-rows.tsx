import type { ReactNode } from 'react';

/** A list of what opens an account: sign-ins, passkeys, accounts elsewhere. */
export function AccountRows({ children }: { children: ReactNode }) {
  return <ul className="border-t border-line">{children}</ul>;
}

type Props = { title: string; badge?: ReactNode; note: string; children?: ReactNode };

/** One of them, with its buttons. */
export function AccountRow({ title, badge, note, children }: Props) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2">
      <div className="grid min-w-0 flex-1 basis-52">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 break-words">{title}</span>
          {badge}
        </span>
        <span className="min-w-0 text-sm text-ink-2 tabular-nums wrap-anywhere">{note}</span>
      </div>
      <span className="flex gap-2">{children}</span>
    </li>
  );
}
