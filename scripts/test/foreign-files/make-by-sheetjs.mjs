// node make-by-sheetjs.mjs <folder where xlsx 0.18.5 (Apache-2.0) is installed>: writes sheetjs-shared.xlsx, with its texts
// in one table, sheetjs-inline.xlsx, with each in its cell, and sheetjs-1904.xlsx.
import { createRequire } from 'node:module';
import path from 'node:path';
import { HEAD, HIDDEN_ROW, HIDDEN_SHEET, MERGED, ROWS, SHEET, TITLE } from './list.mjs';

const XLSX = createRequire(path.join(path.resolve(process.argv[2] ?? '.'), 'x.js'))('xlsx');
const MS_A_DAY = 86_400_000;

const forms = {
  shared: { bookSST: true },
  inline: { bookSST: false },
  1904: { bookSST: true, is1904: true },
};
for (const [form, { bookSST, is1904 = false }] of Object.entries(forms)) {
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = (text, z) => ({ t: 'n', v: (Date.parse(`${text}Z`) - start) / MS_A_DAY, z });
  const sheet = XLSX.utils.aoa_to_sheet([[TITLE], HEAD]);
  for (const [index, [name, day, at, amount, rate, memo, isChecked, sum]] of ROWS.entries()) {
    const cells = [
      { t: 's', v: name },
      date(`${day}T00:00`, 'yyyy\\-mm\\-dd'),
      date(at, 'm/d/yy h:mm'),
      { t: 'n', v: amount, z: '#,##0.00' },
      { t: 'n', v: rate, z: '0.0%' },
      { t: 's', v: memo },
      { t: 'b', v: isChecked },
      { t: 'n', v: sum, f: `${sum}*1` },
    ];
    for (const [column, cell] of cells.entries())
      sheet[XLSX.utils.encode_cell({ r: index + 2, c: column })] = cell;
  }
  sheet.A6 = { t: 's', v: MERGED };
  sheet['!ref'] = 'A1:H7';
  sheet['!merges'] = ['A1:C1', 'A6:A7'].map((range) => XLSX.utils.decode_range(range));
  sheet['!rows'] = Array.from({ length: 7 }, (_, row) => ({ hidden: row === 1 + HIDDEN_ROW }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['비밀']]), HIDDEN_SHEET);
  XLSX.utils.book_append_sheet(book, sheet, SHEET);
  book.Workbook = { WBProps: { date1904: is1904 }, Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  XLSX.writeFile(book, path.join(import.meta.dirname, `sheetjs-${form}.xlsx`), {
    bookSST,
    compression: true,
  });
}
