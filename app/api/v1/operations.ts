import { requestPassword, requestSignInLink } from '@/lib/invitation/commands/request-link';
import { giveCode } from '@/lib/person/commands/give-code';
import { beginPasskeySignIn } from '@/lib/person/commands/passkey-sign-in';
import type { Bound, PublicBound } from '@/lib/platform/bound';
import { FIGURES } from './operations/figures';
import { FILES } from './operations/files';
import { PAIRS } from './operations/pairs';
import { PEOPLE } from './operations/people';
import { PROGRAM } from './operations/program';
import { TIMETABLE } from './operations/timetable';

/** Everything the API can do; architecture.test.ts holds every command and query to be here. */
export const OPERATIONS: readonly Bound[] = [
  ...PAIRS,
  ...TIMETABLE,
  ...FIGURES,
  ...FILES,
  ...PROGRAM,
  ...PEOPLE,
];

/** What is asked before there is a sign-in; signing in itself is next-auth's, see app/api/auth. */
export const PUBLIC_OPERATIONS: readonly PublicBound[] = [
  requestPassword,
  requestSignInLink,
  beginPasskeySignIn,
  giveCode,
];
