import type { Drawing, Shape, Tone } from '@/lib/funnel/rules/chart/drawing';
import { FONT_FAMILY, PALETTE, textOf } from '@/lib/funnel/rules/chart/file';

/** Twice the size of the sheet: sharp in print and on fine screens. */
const SCALE = 2;

/**
 * A sheet as a PNG, drawn with the page's own faces. Not by way of its SVG: a browser may draw that before the faces in
 * it are there, and leaves their words out.
 */
export async function pngOf(sheet: Drawing): Promise<Blob> {
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
