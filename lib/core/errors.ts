/**
 * The coded errors: what should not happen in ordinary use. Everything a user may sensibly run into is a
 * `Refusal` (see result.ts) instead. Texts for people live in messages/{ko,en}/error.json under the same code.
 */
export const ERROR_STATUS = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

type Options = ErrorOptions & { retryAfter?: number };

/** Carries a code for the reader and, for the log only, an internal message. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Whole seconds after which asking again makes sense, where that is known. */
  readonly retryAfter: number | undefined;
  constructor(code: ErrorCode, internalMessage?: string, { retryAfter, ...options }: Options = {}) {
    super(internalMessage ?? code, options);
    this.name = 'AppError';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
