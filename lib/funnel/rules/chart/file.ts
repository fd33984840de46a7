import { type Drawing, moved, type Shape, type Tone } from './drawing';

/** The light theme's colours by KRDS, written out: a file has no style sheet to ask. */
export const PALETTE: Readonly<Record<Tone, string>> = {
  ink: '#1e2124',
  'ink-2': '#58616a',
  line: '#e6e8ea',
  'line-2': '#cdd1d5',
  'line-3': '#6d7882',
  surface: '#ffffff',
  action: '#256ef4',
  done: '#267337',
  'stage-0': '#f4f5f6',
  'stage-1': '#d8e5fd',
  'stage-2': '#86aff9',
  'stage-3': '#256ef4',
  'stage-4': '#052561',
  'stage-0-ink': '#58616a',
  'stage-1-ink': '#083891',
  'stage-2-ink': '#03163a',
  'stage-3-ink': '#ffffff',
  'stage-4-ink': '#ffffff',
  'stage-invested': '#228738',
  'stage-invested-ink': '#ffffff',
  flow: '#ecf2fe',
};

/** What a chart must never stand without: what it shows, and whose, as of when, as known when, in which status. */
export type FileLabel = { title: string; lines: readonly string[] };

const PADDING = 24;
const HEAD = 36;
const LINE = 18;
export const FONT_FAMILY = 'Pretendard GOV';

/** A chart as a sheet of its own: on white, its title above, its label below. */
export function sheetOf(drawing: Drawing, label: FileLabel): Drawing {
  const width = drawing.width + 2 * PADDING;
  const height = drawing.height + 2 * PADDING + HEAD + label.lines.length * LINE + 8;
  const below = PADDING + HEAD + drawing.height + 20;
  return {
    width,
    height,
    shapes: [
      { kind: 'rect', x: 0, y: 0, w: width, h: height, fill: 'surface' },
      {
        ...{ kind: 'text', x: PADDING, y: PADDING + 16, tone: 'ink', size: 18, bold: true },
        text: label.title,
      },
      ...moved(drawing.shapes, PADDING, PADDING + HEAD),
      ...label.lines.map(
        (text, index): Shape => ({
          ...{ kind: 'text', x: PADDING, y: below + index * LINE, tone: 'ink-2', size: 12 },
          text,
        }),
      ),
    ],
  };
}

/**
 * The sheet as an SVG document, all colours written out. `fonts`: `@font-face` rules with their data in them, so that
 * it reads the same on a machine that has not the face.
 */
export function svgFile(drawing: Drawing, label: FileLabel, fonts = ''): string {
  const { width, height, shapes } = sheetOf(drawing, label);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'${FONT_FAMILY}', sans-serif">`,
    `<title>${escapedXml(label.title)}</title>`,
    `<desc>${escapedXml(label.lines.join(' '))}</desc>`,
    fonts && `<style>${escapedXml(fonts)}</style>`,
    ...shapes.map(written),
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

function written(shape: Shape): string {
  if (shape.kind === 'text') {
    const { x, y, tone, size, anchor, bold, text } = shape;
    const weight = bold ? ' font-weight="700"' : '';
    const place = anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : '';
    return `<text x="${x}" y="${y}" font-size="${size}" fill="${PALETTE[tone]}"${place}${weight}>${escapedXml(text)}</text>`;
  }
  const stroke = shape.stroke ? ` stroke="${PALETTE[shape.stroke]}"` : '';
  if (shape.kind === 'rect') {
    const { x, y, w, h, fill, round } = shape;
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${PALETTE[fill]}"${stroke}${round ? ` rx="${round}"` : ''}/>`;
  }
  const fill = shape.fill ? PALETTE[shape.fill] : 'none';
  const width = shape.width ? ` stroke-width="${shape.width}"` : '';
  const dash = shape.dash ? ` stroke-dasharray="${shape.dash}"` : '';
  return `<path d="${shape.d}" fill="${fill}"${stroke}${width}${dash}/>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** As XML text or attribute; what XML cannot carry is left out. */
export function escapedXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** All that is written on a sheet, for the choice of the faces it needs. */
export function textOf({ shapes }: Drawing): string {
  return shapes.map((shape) => (shape.kind === 'text' ? shape.text : '')).join('');
}

/** Whether a face's `unicode-range` has any of the signs: `U+0-FF, U+AC00-D7A3, U+4??`. */
export function coversAny(unicodeRange: string, text: string): boolean {
  const ranges = unicodeRange.split(',').flatMap((part) => {
    const found = /^U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?$/i.exec(part.trim());
    if (!found?.[1]) return [];
    const from = Number.parseInt(found[1].replaceAll('?', '0'), 16);
    const to = Number.parseInt(found[2] ?? found[1].replaceAll('?', 'F'), 16);
    return [[from, to] as const];
  });
  return [...text].some((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => code >= from && code <= to);
  });
}
