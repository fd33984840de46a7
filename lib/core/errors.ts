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

/** Carries a code for the reader and, for the log only, an internal message. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, internalMessage?: string, options?: ErrorOptions) {
    super(internalMessage ?? code, options);
    this.name = 'AppError';
    this.code = code;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
