/** A colour by what it means; a screen takes it from the theme, a file from the palette. */
export const TONES = [
  'ink',
  'ink-2',
  'line',
  'line-2',
  'line-3',
  'surface',
  'action',
  'done',
  'stage-0',
  'stage-1',
  'stage-2',
  'stage-3',
  'stage-4',
  'stage-0-ink',
  'stage-1-ink',
  'stage-2-ink',
  'stage-3-ink',
  'stage-4-ink',
  'stage-invested',
  'stage-invested-ink',
  'flow',
] as const;
export type Tone = (typeof TONES)[number];

/** What a chart is made of, in its own units: pixels at its natural size, y downwards. */
export type Shape =
  | {
      kind: 'path';
      d: string;
      stroke?: Tone;
      fill?: Tone;
      width?: number;
      /** Lengths of strokes and gaps. */
      dash?: string;
    }
  | { kind: 'rect'; x: number; y: number; w: number; h: number; fill: Tone; stroke?: Tone; round?: number }
  | {
      kind: 'text';
      x: number;
      /** The base line. */
      y: number;
      text: string;
      tone: Tone;
      size: number;
      anchor?: 'start' | 'middle' | 'end';
      bold?: boolean;
    };
export type Drawing = { width: number; height: number; shapes: Shape[] };

/** Two decimals are finer than any screen, and make a path readable. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export const hairline = (d: string, stroke: Tone = 'line'): Shape => ({ kind: 'path', d, stroke, width: 1 });

/** The same shapes elsewhere: for several charts on one sheet. */
export function moved(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  return shapes.map((shape) =>
    shape.kind === 'path'
      ? { ...shape, d: movedPath(shape.d, dx, dy) }
      : { ...shape, x: rounded(shape.x + dx), y: rounded(shape.y + dy) },
  );
}

/** Paths here are written in absolute pairs of numbers, with H and V for steps. */
function movedPath(d: string, dx: number, dy: number): string {
  return d.replaceAll(/([MLCHV])([^A-Z]*)/g, (_, command: string, text: string) => {
    const numbers = text
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const add = (index: number) => (command === 'V' || (command !== 'H' && index % 2 === 1) ? dy : dx);
    return `${command}${numbers.map((number, index) => rounded(number + add(index))).join(' ')}`;
  });
}
