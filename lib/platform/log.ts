import pino from 'pino';
import { env } from './env';

/** One line of JSON an event, to stderr. Secrets and contact data never get into it. */
export const log = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    redact: ['*.password', '*.token', '*.email', '*.phone', 'req.headers.authorization'],
  },
  pino.destination(2),
);
