import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Drawing, TONES } from './drawing';
import { coversAny, escapedXml, PALETTE, sheetOf, svgFile, textOf } from './file';
import { funnelDrawing } from './funnel';

const bar = { fill: 'stage-3', ink: 'stage-3-ink', sign: '3', below: ['거절 3'] } as const;
const drawing = funnelDrawing([
  { ...bar, name: '매칭 <A&B>', pairs: 570, into: null },
  { ...bar, name: '"본상담"', pairs: 184, into: { numerator: 184, denominator: 570 } },
  { ...bar, name: '후속상담', pairs: 0, into: { numerator: 0, denominator: 184 } },
]);
const label = { title: '전환 퍼널', lines: ['2023. 5. 3. 기준', "O'Brien & Co <예시>"] };

/** Every element that is opened is closed, in order; nothing but known entities stands bare. */
function isWellFormed(text: string): boolean {
  const open: string[] = [];
  const body = text.replace(/^<\?xml[^>]*\?>\s*/, '');
  for (const [, end, name = '', , itself] of body.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!itself) open.push(name);
  }
  const rest = body.replaceAll(/<\/?[a-zA-Z]+(?:\s+[\w-]+="[^"<]*")*\s*\/?>/g, '');
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!(amp|lt|gt|quot|apos);)/.test(rest);
}

describe('a chart as a file', () => {
  const svg = svgFile(
    drawing,
    label,
    '@font-face{font-family:"Pretendard GOV";src:url(data:font/woff2;base64,AA==)}',
  );

  it('is well-formed XML, whatever the names are', () => {
    expect(isWellFormed(svg)).toBe(true);
    expect(isWellFormed(svg.replace('</desc>', ''))).toBe(false);
    expect(svg).toContain('매칭 &lt;A&amp;B&gt;');
    expect(svg).not.toContain('<A&B>');
  });

  it('carries its title and each line of its label, to be seen and to be read out', () => {
    expect(svg).toContain('<title>전환 퍼널</title>');
    expect(svg).toMatch(/<text [^>]*>2023\. 5\. 3\. 기준<\/text>/);
    expect(svg).toMatch(/<text [^>]*>O&apos;Brien &amp; Co &lt;예시&gt;<\/text>/);
    expect(svg).toMatch(/<desc>2023\. 5\. 3\. 기준 /);
  });

  it('asks nothing from elsewhere, and leaves no colour to a style sheet', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!data:)|var\(|class=/);
  });

  it('has room for the drawing and every line', () => {
    const one = sheetOf(drawing, { ...label, lines: ['1'] });
    const three = sheetOf(drawing, { ...label, lines: ['1', '2', '3'] });
    expect(three.height).toBeGreaterThan(one.height);
    expect(one.width).toBeGreaterThan(drawing.width);
    const { width, height } = sheetOf(drawing, label);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    const places = sheetOf(drawing, label).shapes.flatMap((shape) =>
      shape.kind === 'path' ? [] : [shape.y],
    );
    expect(Math.max(...places)).toBeLessThan(height);
  });

  it('has the same margin on both sides, and its label below the drawing', () => {
    const sheet = sheetOf(drawing, label);
    const placed = ({ shapes }: Drawing) => shapes.flatMap((shape) => (shape.kind === 'path' ? [] : [shape]));
    const [, title, first] = placed(sheet);
    const [before] = placed(drawing);
    const left = (first?.x ?? 0) - (before?.x ?? 0);
    const above = (first?.y ?? 0) - (before?.y ?? 0);
    expect([title?.x, sheet.width - drawing.width]).toEqual([left, 2 * left]);
    const [upper = 0, lower = 0] = placed(sheet)
      .slice(-2)
      .map(({ y }) => y);
    expect(upper).toBeGreaterThan(above + drawing.height);
    expect(lower).toBeGreaterThan(upper);
  });

  it('leaves out what XML cannot carry', () => {
    expect(escapedXml('a\u0000b\u0008\uD800c')).toBe('abc');
  });

  it('has the colours of the light theme', () => {
    const tokens = readFileSync('app/tokens.css', 'utf8');
    const hexOf = (name: string): string | undefined =>
      new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
    for (const tone of TONES.filter((one) => one !== 'flow')) {
      const value =
        new RegExp(`--${tone}: (?:light-dark\\()?var\\(--(krds-[a-z]+-\\d+)\\)`).exec(tokens)?.[1] ?? '';
      expect([tone, PALETTE[tone]]).toEqual([tone, hexOf(value)]);
    }
  });
});

describe('the faces of a file', () => {
  it('are those whose range has a sign of the text', () => {
    expect(textOf(sheetOf(drawing, label))).toContain('매칭');
    expect(coversAny('U+0020-007E, U+00A0', 'a')).toBe(true);
    expect(coversAny('U+AC00-D7A3', 'a')).toBe(false);
    expect(coversAny('U+AC00-D7A3', '가')).toBe(true);
    expect(coversAny('U+0020-007E, U+00A0', '가')).toBe(false);
    expect(coversAny('u+4??', '\u0450')).toBe(true);
    expect(coversAny('', '가')).toBe(false);
  });
});

describe('the funnel as one sheet', () => {
  const rects = (sheet: Drawing) => sheet.shapes.filter((shape) => shape.kind === 'rect');

  it('draws heights to scale, and nothing where no pair came', () => {
    const [all, main] = rects(drawing);
    expect(rects(drawing)).toHaveLength(2);
    expect((main?.h ?? 0) / (all?.h ?? 1)).toBeCloseTo(184 / 570, 2);
  });

  it('says each conversion with its two numbers', () => {
    const texts = drawing.shapes.map((shape) => (shape.kind === 'text' ? shape.text : ''));
    expect(texts).toContain('32.3 %');
    expect(texts).toContain('184 / 570');
    expect(texts).toContain('0.0 %');
  });
});
