import type { IncomingMessage } from 'node:http';

export const LOCAL_HEADER: string;
export function isFromThisMachine(request: IncomingMessage): boolean;
export function markRequest(request: IncomingMessage, mark: string): void;
