/** The product's sign: a round table seen from above. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14" fill="none" stroke="var(--selected)" strokeWidth="3" />
      <circle cx="16" cy="16" r="7.5" fill="var(--action)" />
    </svg>
  );
}
