import type { ReactNode } from 'react';

/** A person by name and post, without a face: `Dana Whitlock, Partner`. */
export function PersonName({ name, post }: { name: ReactNode; post?: ReactNode }) {
  return (
    <span>
      <span className="font-medium">{name}</span>
      {post && <span className="text-ink-2">, {post}</span>}
    </span>
  );
}
