import { createParser } from 'nuqs/server';
import { parseDay } from './days';

/* Parsers of what addresses hold, besides those of nuqs. What cannot be meant counts as not asked, so that no address fails. */

/** A day that exists, YYYY-MM-DD. */
export const parseAsDay = createParser({ parse: parseDay, serialize: String });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const parseAsId = createParser({
  parse: (text) => (UUID.test(text) ? text : null),
  serialize: String,
});
