declare module 'csv-spectrum' {
  /** A text file and what it holds. */
  type Case = { name: string; csv: Buffer; json: Buffer };
  export default function readCases(done: (error: Error | null, cases: Case[]) => void): void;
}
