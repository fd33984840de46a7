export function isReadableAddress(target: string): boolean;
export function answerUnreadable(write?: (line: string) => unknown): void;
