import type { IncomingMessage } from 'node:http';

export const LONGEST_FORM: number;
export function isStrangersForm(request: Pick<IncomingMessage, 'method' | 'url'>): boolean;
export function refuseLongForms(): void;
