import type { TextPart } from './table';

const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const SHEET_START = `${START}<worksheet xmlns="${MAIN}">`;

/** What XML cannot carry, or carries changed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are escaped
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
/**
 * A sheet reads `_x0041_` as the letter A (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19); the last sign of it may be the first of a
 * character that is escaped.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are escaped
const ESCAPE = /_(?=x[0-9a-f]{4}[_\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF])/gi;

/** As a sheet writes text: its reader gives every character again, and none that was not there. */
export function escaped(value: string): string {
  return value.replace(ESCAPE, '_x005F_').replace(UNWRITABLE, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
}

/** Text inside a tag or an attribute. */
export function markup(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Places behind the point that a currency may have. */
const MOST_PLACES = 4;
const WORDS = ['plain', 'head', 'day', 'at'] as const;

/** The number of a cell's style: by what it is, or by the places of a number. */
export function styleOf(kind: (typeof WORDS)[number] | number): number {
  return typeof kind === 'string' ? WORDS.indexOf(kind) : WORDS.length + Math.min(kind, MOST_PLACES);
}

function stylesXml(): string {
  const places = Array.from({ length: MOST_PLACES + 1 }, (_, at) =>
    at > 0 ? `#,##0.${'0'.repeat(at)}` : '#,##0',
  );
  const formats = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', ...places];
  // Numbers below 164 are formats that every reader knows.
  const written = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const cells = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    ...formats.map(
      (_, at) =>
        `<xf numFmtId="${164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    ),
  ];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return `${START}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${written.join('')}</numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`;
}

/** Everything of a workbook but its sheets, which are called `xl/worksheets/sheet1.xml` and so on. */
export function workbookParts(titles: readonly string[]): TextPart[] {
  const sheets = titles.map((title, at) => ({ title: markup(title), id: at + 1 }));
  const kinds = sheets.map(
    ({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${KIND}.worksheet+xml"/>`,
  );
  const listed = sheets.map(({ title, id }) => `<sheet name="${title}" sheetId="${id}" r:id="rId${id}"/>`);
  const related = sheets.map(
    ({ id }) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${titles.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${kinds.join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}${styles}</Relationships>`,
    ),
    { name: 'xl/styles.xml', chunks: () => once(stylesXml()) },
  ];
}

const part = (name: string, xml: string): TextPart => ({ name, chunks: () => once(START + xml) });

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
