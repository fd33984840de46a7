import { createLoader, createParser, parseAsStringLiteral } from 'nuqs/server';
import { parseAsDayOrNone, parseAsSome } from '@/lib/core/address';
import { COMPARED_BY } from '@/lib/funnel/rules/compared-day';
import { SECTORS } from '@/lib/party/rules';

/** Programs that stand side by side at most: more columns than that nobody reads. */
export const MOST_COMPARED = 4;

/** Which programs are compared, at which moment of each, and of which sectors the pairs are counted. */
export const readProgramsAddress = createLoader({
  program: parseAsSome((text) => /^[a-z0-9-]{1,60}$/.test(text)),
  by: parseAsStringLiteral(COMPARED_BY).withDefault('offset'),
  days: createParser({
    parse: (text) => (/^-?\d{1,4}$/.test(text) ? Number(text) : null),
    serialize: String,
  }).withDefault(5),
  asOf: parseAsDayOrNone,
  sector: parseAsSome(SECTORS),
});
