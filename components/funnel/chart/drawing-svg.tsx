import type { Drawing, Shape, Tone } from '@/lib/funnel/rules/chart/drawing';

type Props = {
  drawing: Drawing;
  /** What it shows, in words; without them it is hidden from readers, who have the table. */
  label?: string;
  className?: string;
};

/** A drawing in the colours of the theme. */
export function DrawingSvg({ drawing: { width, height, shapes }, label, className }: Props) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={className ?? 'h-auto w-full'}
      role={label && 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is made anew as a whole
        <ShapeSvg key={index} shape={shape} />
      ))}
    </svg>
  );
}

const colour = (tone: Tone | undefined): string =>
  tone === undefined
    ? 'none'
    : tone === 'flow'
      ? 'color-mix(in oklab, var(--stage-3) 9%, var(--surface))'
      : `var(--${tone})`;

function ShapeSvg({ shape }: { shape: Shape }) {
  if (shape.kind === 'text') {
    const { x, y, text, tone, size, anchor, bold } = shape;
    return (
      <text
        {...{ x, y }}
        fontSize={size}
        textAnchor={anchor}
        fontWeight={bold ? 700 : undefined}
        style={{ fill: colour(tone) }}
        className="tabular-nums"
      >
        {text}
      </text>
    );
  }
  const style = { fill: colour(shape.fill), stroke: colour(shape.stroke) };
  if (shape.kind === 'rect') {
    const { x, y, w, h, round } = shape;
    return <rect {...{ x, y, style }} width={w} height={h} rx={round} />;
  }
  return <path d={shape.d} style={style} strokeWidth={shape.width} strokeDasharray={shape.dash} />;
}
