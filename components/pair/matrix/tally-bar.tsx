type TallyBarProps = { count: number; of: number; standing?: boolean };

/** A count with its bar: rows and columns can be compared without reading each number. */
export function TallyBar({ count, of, standing }: TallyBarProps) {
  return (
    <span
      className="mx-bar"
      data-standing={standing || undefined}
      style={{ '--share': `${Math.round((count * 100) / of)}%` } as React.CSSProperties}
    >
      <span>{count}</span>
    </span>
  );
}
