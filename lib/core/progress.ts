/** How far a long change is: rows, or bytes, of one of its steps. */
export type StepProgress = { step: string; done: number; of: number };
