import type { Book, BookCell } from '../schema';

type Rows = Iterable<readonly BookCell[]> | AsyncIterable<readonly BookCell[]>;

/** One table of a file; its rows may come as they are read, once. */
export type StreamedTable = { title: string; columns: readonly string[]; rows: Rows };

/** A book on its way into a file: the same whether its rows are all there or still being read. */
export type Workbook = Omit<Book, 'tables'> & { tables: readonly StreamedTable[] };

/** A file inside a file, made of text. */
export type TextPart = { name: string; chunks: () => AsyncIterable<string> };
