import { createLoader, createSerializer, type inferParserType, parseAsInteger } from 'nuqs/server';
import { parseAsFlag, parseAsIdOrNone } from '@/lib/core/address';

/** Less certain scores are kept off the list until they are asked for. */
const USUAL_CERTAINTY = 50;

const parsers = {
  startup: parseAsIdOrNone,
  investor: parseAsIdOrNone,
  certainty: parseAsInteger.withDefault(USUAL_CERTAINTY),
  wished: parseAsFlag,
};
/** Which suggestions are shown; kept in the address. */
export type SuggestionView = inferParserType<typeof parsers>;
export const readSuggestionView = createLoader(parsers);
const serialize = createSerializer(parsers);

export function suggestionsAddress(slug: string, view: Partial<SuggestionView> = {}): string {
  return serialize(`/programs/${slug}/timetable/suggestions`, view);
}

export function scoreRecordAddress(slug: string): string {
  return `/programs/${slug}/timetable/suggestions/record`;
}

/** The view as the operation takes it. */
export function askedOfView({ startup, investor, certainty, wished }: SuggestionView) {
  return {
    ...(startup && { startup }),
    ...(investor && { investor }),
    certainty: Math.min(100, Math.max(0, certainty)),
    wished: wished ? ('with' as const) : ('without' as const),
  };
}
