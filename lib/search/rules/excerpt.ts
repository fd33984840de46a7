const LONGEST = 90;
const BEFORE = 24;

/** One line of a text, around the first of the words that stands in it as it was typed. */
export function excerptOf(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return line;
  const lower = line.toLowerCase();
  const places = words
    .map((word) => lower.indexOf(word.normalize('NFC').toLowerCase()))
    .filter((at) => at >= 0);
  const at = Math.max(0, Math.min(...places, line.length) - BEFORE);
  const start = places.length === 0 ? 0 : Math.min(at, line.length - LONGEST);
  const end = Math.min(line.length, start + LONGEST);
  const shown = line.slice(start, end).toWellFormed().replaceAll('\ufffd', '');
  return `${start > 0 ? '… ' : ''}${shown.trim()}${end < line.length ? ' …' : ''}`;
}
