import type { ImportKind } from '../../schema';
import { amounts } from './amounts';
import { availability } from './availability';
import { contacts } from './contacts';
import type { Kind } from './kind';
import { meetings } from './meetings';
import { outcomes } from './outcomes';
import { pairs } from './pairs';
import { investors, startups } from './parties';
import { peopleOfProgram as people } from './people';
import { wishes } from './wishes';

/** How each kind of file is judged and written. */
export const KINDS: Record<ImportKind, Kind> = {
  ...{ startups, investors, contacts, people, pairs },
  ...{ wishes, availability, meetings, outcomes, amounts },
};
