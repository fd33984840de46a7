import type { IncomingMessage } from 'node:http';

export const OUR_HEADERS: Record<string, string>;
export function note(request: Pick<IncomingMessage, 'method'>, status: number, msg: string): void;
export function isReadableAddress(target: string): boolean;
export function answerUnreadable(write?: (line: string) => unknown): void;
