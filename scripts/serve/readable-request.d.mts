export function isReadableAddress(target: string): boolean;
export function answerUnreadable(): void;
