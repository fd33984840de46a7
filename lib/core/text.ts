/*
 * What text from outside may hold. Unreadable: what PostgreSQL, JSON or a spreadsheet cannot carry. Unseen: what a
 * reader cannot see, so that two names look alike, or what turns the text around it about.
 */

/** Control characters, separators of lines and paragraphs, and code points that are no characters. */
const NO_TEXT = /[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;
/** The same, where lines may break and tabs may stand. */
const NO_PROSE = /(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** Without ink or width of their own: joiners, fillers, soft hyphens, bidi controls, tags, the empty Braille pattern. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800\uFFF9-\uFFFC\u{1D159}]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
/**
 * A variation selector chooses the shape of the sign before it: of an emoji (`❤️`), a key cap (`1️⃣`) or an ideograph
 * (`葛󠄀`). Behind any other sign nothing of it is seen.
 */
const SHAPED =
  /(?<=(?![#*0-9])\p{Emoji})[\uFE0E\uFE0F]|(?<=[#*0-9])\uFE0F(?=\u20E3)|(?<=\p{Ideographic})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]/gu;

/** Whether one line of text can be kept, sent and written to a file: whole characters, no controls. */
export function isReadableLine(text: string): boolean {
  return text.isWellFormed() && !NO_TEXT.test(text);
}

/** The same for text of several lines. */
export function isReadableProse(text: string): boolean {
  return text.isWellFormed() && !NO_PROSE.test(text);
}

/** Whether every character of a name is seen, and none of them turns what stands beside it. */
export function isSeenWhole(text: string): boolean {
  return !UNSEEN.test(text.replace(SHAPED, ''));
}

/** One spelling of one line: NFC, single ordinary spaces, none at the ends. */
export function tidyLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** One spelling of several lines: NFC, lines that end in a line feed; empty where nothing in it can be seen. */
export function tidyProse(text: string): string {
  if (withoutUnseen(text).trim() === '') return '';
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** At most so many code units of a text; what needs two of them is not halved, since nothing keeps a half. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

export function withoutUnseen(text: string): string {
  return text.replace(ALL_UNSEEN, '');
}

/** The blocks that Unicode keeps for scripts from right to left (DerivedBidiClass.txt); patterns cannot ask for the class. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name as it stands among other words: one that is written from right to left is set apart (FSI, PDI), so that it does
 * not turn the words and figures around it.
 */
export function setApart(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** The same for the words that fill a sentence. */
export function setApartIn(params: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? setApart(value) : value]),
  );
}

/**
 * What makes two names the same one, whatever their case, width (`Ｆｕｎｄ`), composition or spaces. The database's
 * `name_key()` says the same of every row.
 */
export function nameKey(name: string): string {
  return withoutUnseen(name.normalize('NFKC')).toLowerCase().replace(/\s+/gu, ' ').trim();
}
