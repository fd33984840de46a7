// node make-by-exceljs.mjs <folder where exceljs 4.4.0 (MIT) is installed>: writes exceljs-1900.xlsx and exceljs-1904.xlsx.
import { createRequire } from 'node:module';
import path from 'node:path';
import { HEAD, HIDDEN_ROW, HIDDEN_SHEET, MERGED, ROWS, SHEET, TITLE } from './list.mjs';

const ExcelJS = createRequire(path.join(path.resolve(process.argv[2] ?? '.'), 'x.js'))('exceljs');

for (const date1904 of [false, true]) {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  book.views = [{ activeTab: 1 }];
  book.addWorksheet(HIDDEN_SHEET, { state: 'hidden' }).addRow(['비밀']);
  const sheet = book.addWorksheet(SHEET);
  sheet.addRow([TITLE]);
  sheet.mergeCells('A1:C1');
  sheet.addRow(HEAD);
  for (const [name, day, at, amount, rate, memo, isChecked, sum] of ROWS) {
    const [bold, ...rest] = memo.split(' ');
    const rich = { richText: [{ font: { bold: true }, text: bold }, { text: ` ${rest.join(' ')}` }] };
    const cells = [name, new Date(`${day}T00:00Z`), new Date(`${at}Z`), amount, rate, rich, isChecked];
    const row = sheet.addRow([...cells, { formula: `${sum}*1`, result: sum }]);
    row.getCell(2).numFmt = 'yyyy"년" m"월" d"일"';
    row.getCell(3).numFmt = 'yyyy-mm-dd hh:mm';
    row.getCell(4).numFmt = '#,##0.00';
    row.getCell(5).numFmt = '0.0%';
  }
  sheet.getRow(2 + HIDDEN_ROW).hidden = true;
  sheet.addRow([MERGED]);
  sheet.mergeCells('A6:A7');
  await book.xlsx.writeFile(path.join(import.meta.dirname, `exceljs-${date1904 ? 1904 : 1900}.xlsx`));
}
