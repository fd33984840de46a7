import { writeXlsx } from 'hucre/xlsx';

/** One column of a template: what its cells look like, and the words they are chosen from. */
export type TemplateColumn = {
  heading: string;
  isRequired: boolean;
  note: string;
  /** Other headings that stand for it. */
  others: readonly string[];
  choices: readonly string[];
};

type Words = {
  /** Names of the two sheets. */
  sheet: string;
  guide: string;
  /** Headings of the guide: column, required, what it holds, other headings. */
  headings: readonly [string, string, string, string];
  required: string;
  /** Above the lists that the drop-downs show. */
  lists: string;
};

/** Rows that have drop-downs. */
const MOST_ROWS = 2_000;
const BOLD = { font: { bold: true } };

/**
 * An .xlsx file to fill in: one sheet with the headings alone, required ones marked `*`, whose cells offer what may stand in
 * them, and one that explains the columns and holds the lists.
 */
export function templateFile(columns: readonly TemplateColumn[], words: Words): Promise<Uint8Array> {
  const lists = columns.filter(({ choices }) => choices.length > 0);
  const offset = words.headings.length + 1;
  const head = [...words.headings, '', ...lists.map(({ heading }) => `${words.lists}: ${heading}`)];
  const height = Math.max(columns.length, ...lists.map(({ choices }) => choices.length));
  const guide = Array.from({ length: height }, (_, row) => [
    ...lineOf(columns[row], words.required),
    '',
    ...lists.map(({ choices }) => choices[row] ?? null),
  ]);
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rows: [columns.map(({ heading, isRequired }) => (isRequired ? `${heading}*` : heading))],
        columns: columns.map(({ heading }) => ({ width: Math.max(14, heading.length * 2 + 4) })),
        freezePane: { rows: 1 },
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: BOLD }])),
        dataValidations: lists.map((list, index) => ({
          type: 'list' as const,
          formula1: `'${words.guide}'!$${letter(offset + index)}$2:$${letter(offset + index)}$${list.choices.length + 1}`,
          allowBlank: true,
          // Another word is told when the file is read: names may be new.
          showErrorMessage: false,
          range: `${letter(columns.indexOf(list))}2:${letter(columns.indexOf(list))}${MOST_ROWS}`,
        })),
      },
      {
        name: words.guide,
        rows: [head, ...guide],
        columns: [20, 10, 44, 44, 4, ...lists.map(() => 24)].map((width) => ({ width })),
        cells: new Map(head.map((_, at) => [`0,${at}`, { style: BOLD }])),
      },
    ],
  });
}

function lineOf(column: TemplateColumn | undefined, required: string): (string | null)[] {
  return column
    ? [column.heading, column.isRequired ? required : null, column.note, column.others.join(', ')]
    : [null, null, null, null];
}

/** `A` for 0, `AA` for 26. */
function letter(at: number): string {
  return (at >= 26 ? letter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}
