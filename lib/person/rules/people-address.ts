import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { parseAsSearch } from '@/lib/core/address';

const parsers = {
  q: parseAsSearch,
  show: parseAsStringLiteral(['active', 'admins', 'archived']).withDefault('active'),
  cursor: parseAsString.withDefault(''),
};
export type PeopleShow = inferParserType<typeof parsers>['show'];

/** Reads the address of the list of people; what it does not know is left out. */
export const readPeopleAddress = createLoader(parsers);
const serialize = createSerializer(parsers);

export function peopleAddress(asked: Partial<inferParserType<typeof parsers>>): string {
  return serialize('/people', asked);
}
