// node make-by-libreoffice.mjs, with soffice on the path (Debian: libreoffice-calc 7.4.7): opens exceljs-1900.xlsx, saves it
// in LibreOffice's own format and as .xls, and both as .xlsx again; and the first one as text in three forms.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const here = import.meta.dirname;
const folder = mkdtempSync(path.join(tmpdir(), 'by-libreoffice-'));

/** Converts a file into another one, in a folder of its own, and gives its path. */
function convert(from, to) {
  const out = mkdtempSync(path.join(folder, 'to-'));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, from]);
  return path.join(out, readdirSync(out)[0]);
}
const keep = (from, name) => cpSync(from, path.join(here, `libreoffice-${name}`));

/** Divided by a sign (its code), in an encoding (LibreOffice's number of it); the second sheet, cells as they are shown. */
const text = (sign, encoding) =>
  `csv:Text - txt - csv (StarCalc):${sign},34,${encoding},1,,0,false,true,false,false,false,2`;

const source = path.join(here, 'exceljs-1900.xlsx');
const ods = convert(source, 'ods');
// On this way LibreOffice 7.4 shows the sheet that was hidden.
keep(convert(ods, 'xlsx'), 'ods.xlsx');
keep(convert(convert(source, 'xls'), 'xlsx'), 'xls.xlsx');
keep(convert(ods, text(44, 62)), 'cp949.csv');
keep(convert(ods, text(59, 65_535)), 'utf16-semicolon.csv');
keep(convert(ods, text(9, 76)), 'tab.csv');
rmSync(folder, { recursive: true });
