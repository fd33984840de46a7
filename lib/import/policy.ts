import { isOpen, type ProgramScope, worksInOffice } from '@/lib/core/scope';

/** To read a spreadsheet into a program, to apply it and to take it back. */
export function canImport(scope: ProgramScope): boolean {
  return isOpen(scope) && worksInOffice(scope);
}

/** What came in by spreadsheets stays to be read, also of a closed program. */
export function canReadImports(scope: ProgramScope): boolean {
  return worksInOffice(scope);
}
