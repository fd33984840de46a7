import { coversAny, FONT_FAMILY } from '@/lib/funnel/rules/chart/file';

const WEIGHTS = ['400', '700'];

/** The page's own faces as `@font-face` rules with their data, only those that the text needs. */
export async function fontsFor(text: string): Promise<string> {
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
