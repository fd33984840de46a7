import type { IncomingMessage } from 'node:http';

export const LOCAL_HEADER: string;
export const SOURCE_HEADER: string;
export function sourceOf(
  request: Pick<IncomingMessage, 'rawHeaders'> & { socket: { remoteAddress?: string } },
): string;
export function isFromThisMachine(request: IncomingMessage): boolean;
export function markRequest(request: IncomingMessage, mark: string): void;
