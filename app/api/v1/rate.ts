import { AppError } from '@/lib/core/errors';
import type { RequestUse } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

const SECONDS = 60;

/** How often one sign-in or API token may ask, whatever it asks for. Counted in PostgreSQL, for all servers together. */
export function requestLimit(): { most: number; seconds: number } {
  return { most: env.API_PER_MINUTE, seconds: SECONDS };
}

/** Too many requests of one sign-in or token; carries the headers that say so. */
export class TooManyRequests extends AppError {
  readonly headers: Record<string, string>;
  constructor(use: RequestUse) {
    super('too_many', 'requests', { retryAfter: use.wait });
    this.headers = rateHeadersOf(use);
  }
}

/** `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers): what is left, and of how much. */
export function rateHeadersOf({ remaining, reset }: RequestUse): Record<string, string> {
  const { most, seconds } = requestLimit();
  return {
    'RateLimit-Policy': `"requests";q=${most};w=${seconds}`,
    RateLimit: `"requests";r=${remaining};t=${reset}`,
  };
}
