import { figureOf } from './number-input';
import { scaledBy, scaledFigure } from './scaled';

const SMALL: Record<string, bigint> = { 천: 1000n, 백: 100n, 십: 10n };
const BIG: Record<string, bigint> = { 경: 10n ** 16n, 조: 10n ** 12n, 억: 10n ** 8n, 만: 10n ** 4n };
const ONE = scaledBy(0);
const HANGUL_DIGITS = '일이삼사오육칠팔구';

/**
 * Reads `1조 2,345억`, `3억 2천만`, `1.2백만`, `오천만` as scaled integers (see `scaledFigure`): no reading where it is
 * not one clear figure, and two where a rest without its unit is said for both. After 억 and 조, a rest of 천, 백 or 십
 * leaves the next lower unit out: `12억5천` is 12억 5천만; with the currency's name after it, `1억5천원`, it may be exact.
 */
export function koreanFigures(written: string, isNamedAtEnd: boolean): bigint[] {
  const text = written.replace(/[일이삼사오육칠팔구](?=[천백십경조억만]|$)/g, (digit) =>
    String(HANGUL_DIGITS.indexOf(digit) + 1),
  );
  const groups = [...text.matchAll(/([^경조억만]*)([경조억만]|$)/g)].filter(([all]) => all !== '');
  let total = 0n;
  let above: bigint | null = null;
  for (const [, figure = '', unit = ''] of groups) {
    const section = koreanSection(figure);
    if (section === null || (groups.length > 1 && section % ONE !== 0n)) return [];
    const size = unit ? BIG[unit] : 1n;
    if (size === undefined || (above !== null && section * size >= above * ONE)) return [];
    if (unit === '' && above !== null)
      return restReadings(figure, section, above, isNamedAtEnd).map((rest) => total + rest);
    total += section * size;
    above = size;
  }
  return above === null ? [] : [total];
}

/** What a last group without 만, 억 or 조 adds: as written, in the unit below the one before it, or either. */
function restReadings(figure: string, section: bigint, above: bigint, isNamedAtEnd: boolean): bigint[] {
  if (above === BIG.만) return [section];
  const below = section < 10_000n * ONE ? [section * (above / 10_000n)] : [];
  const saysThousands = /[천백십]/.test(figure);
  if (isNamedAtEnd) return saysThousands ? [...below, section] : [section];
  if (saysThousands) return below;
  return section >= 1000n * ONE ? [...below, section] : [];
}

/** Below 만: a plain figure, or one with 천, 백, 십 in falling order, where `천` alone is one thousand. */
function koreanSection(text: string): bigint | null {
  const tokens = [...text.matchAll(/(?<![\d.,'’ ])([\d.,'’ ]*)([천백십]|$)/g)].filter(([all]) => all !== '');
  if (tokens.length === 0 || tokens.map(([all]) => all).join('') !== text) return null;
  let total = 0n;
  let above: bigint | null = null;
  for (const [, written = '', unit = ''] of tokens) {
    const size = unit ? (SMALL[unit] ?? 0n) : 1n;
    const figure = figureOf(written);
    if (written !== '' && !figure) return null;
    const count = figure ? scaledFigure(figure.value) : ONE;
    if (tokens.length > 1 && count % ONE !== 0n) return null;
    if (above !== null && count * size >= above * ONE) return null;
    total += count * size;
    above = size;
  }
  return total;
}
