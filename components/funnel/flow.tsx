/** The band from one bar to the next; `from` and `to` are parts of the whole height (or width, when it runs down). */
export function Flow({ from, to, runs }: { from: number; to: number; runs: 'across' | 'down' }) {
  const [a, b] = [from * 50, to * 50];
  const across = `M0 ${50 - a} C50 ${50 - a} 50 ${50 - b} 100 ${50 - b} L100 ${50 + b} C50 ${50 + b} 50 ${50 + a} 0 ${50 + a}Z`;
  const down = `M${50 - a} 0 C${50 - a} 50 ${50 - b} 50 ${50 - b} 100 L${50 + b} 100 C${50 + b} 50 ${50 + a} 50 ${50 + a} 0Z`;
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <path
        d={runs === 'across' ? across : down}
        className="fill-[color-mix(in_oklab,var(--stage-3)_9%,var(--surface))]"
      />
    </svg>
  );
}
