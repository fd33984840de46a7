export function readStamp(file: string): string | null;
export function writeStamp(file: string, value: string): void;
export function alone<T>(file: string, work: () => T | Promise<T>): Promise<T>;
