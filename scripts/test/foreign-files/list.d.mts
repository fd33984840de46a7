export const HEAD: string[];
/** Name, day, wall clock, amount, rate, memo, whether it was checked, and what a formula gives. */
export const ROWS: [string, string, string, number, number, string, boolean, number][];
export const HIDDEN_ROW: number;
export const HIDDEN_SHEET: string;
export const SHEET: string;
export const TITLE: string;
export const MERGED: string;
