'use client';

import { Download } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import type { Drawing, Shape, Tone } from '@/lib/funnel/rules/chart/drawing';
import {
  coversAny,
  type FileLabel,
  FONT_FAMILY,
  PALETTE,
  sheetOf,
  svgFile,
  textOf,
} from '@/lib/funnel/rules/chart/file';

type Props = {
  drawing: Drawing;
  label: FileLabel;
  /** Without its ending. */
  fileName: string;
  words: Record<'save' | 'svg' | 'svgHint' | 'png' | 'pngHint' | 'failed', string>;
};

/** Saves a chart with its label as a file, made in the browser. */
export function ChartFile({ drawing, label, fileName, words }: Props) {
  const toast = useToast();
  const make = async (kind: 'svg' | 'png') => {
    try {
      const sheet = sheetOf(drawing, label);
      const file =
        kind === 'png'
          ? await pngOf(sheet)
          : new Blob([svgFile(drawing, label, await fontsFor(textOf(sheet)))], { type: 'image/svg+xml' });
      save(file, `${fileName}.${kind}`);
    } catch {
      toast({ text: words.failed, tone: 'danger' });
    }
  };
  return (
    <span className="no-print">
      <Menu
        place="end"
        trigger={
          <>
            <Download aria-hidden="true" size={16} />
            {words.save}
          </>
        }
        items={[
          { id: 'svg', label: words.svg, hint: words.svgHint, onSelect: () => void make('svg') },
          { id: 'png', label: words.png, hint: words.pngHint, onSelect: () => void make('png') },
        ]}
      />
    </span>
  );
}

/** Offers a file to the browser's own way of saving. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const WEIGHTS = ['400', '700'];

/** The page's own faces as `@font-face` rules with their data, only those that the text needs. */
async function fontsFor(text: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap(rulesOf).filter((rule) => {
    const property = (name: string) => rule.style.getPropertyValue(name);
    const isOurs = property('font-family').replaceAll(/["']/g, '') === FONT_FAMILY;
    return isOurs && WEIGHTS.includes(property('font-weight')) && coversAny(property('unicode-range'), text);
  });
  return (await Promise.all(faces.map(faceRule))).join('\n');
}

function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return [...sheet.cssRules].filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule);
}

async function faceRule({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)/.exec(style.getPropertyValue('src'))?.[1] ?? '';
  const answer = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  const data = await dataUrlOf(await answer.blob());
  const weight = style.getPropertyValue('font-weight');
  const range = style.getPropertyValue('unicode-range');
  return `@font-face{font-family:'${FONT_FAMILY}';font-weight:${weight};src:url(${data}) format('woff2');unicode-range:${range}}`;
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2'));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Twice the size of the sheet: sharp in print and on fine screens. */
const SCALE = 2;

/**
 * A sheet as a PNG, drawn with the page's own faces. Not by way of its SVG: a browser may draw that before the faces in
 * it are there, and leaves their words out.
 */
async function pngOf(sheet: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = sheet.width * SCALE;
  canvas.height = sheet.height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const words = textOf(sheet);
  await Promise.all([false, true].map((bold) => document.fonts.load(fontOf(12, bold), words)));
  context.scale(SCALE, SCALE);
  for (const shape of sheet.shapes) draw(context, shape);
  return new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('no image'))), 'image/png');
  });
}

function fontOf(size: number, bold = false): string {
  return `${bold ? 700 : 400} ${size}px '${FONT_FAMILY}', sans-serif`;
}

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'text') {
    context.font = fontOf(shape.size, shape.bold);
    context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
    context.fillStyle = PALETTE[shape.tone];
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  if (shape.kind === 'rect') {
    const path = new Path2D();
    path.roundRect(shape.x, shape.y, shape.w, shape.h, Math.min(shape.round ?? 0, shape.h / 2));
    paint(context, path, shape);
    return;
  }
  context.lineWidth = shape.width ?? 1;
  context.setLineDash(shape.dash?.split(' ').map(Number) ?? []);
  paint(context, new Path2D(shape.d), shape);
  context.setLineDash([]);
}

function paint(
  context: CanvasRenderingContext2D,
  path: Path2D,
  { fill, stroke }: { fill?: Tone; stroke?: Tone },
): void {
  if (fill) {
    context.fillStyle = PALETTE[fill];
    context.fill(path);
  }
  if (stroke) {
    context.strokeStyle = PALETTE[stroke];
    context.stroke(path);
  }
}
