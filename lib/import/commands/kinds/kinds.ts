import type { ReadKind } from '../../rules/fields';
import type { Kind } from './kind';
import { investors, startups } from './parties';

/** How each kind of file is judged and written. */
export const KINDS: Record<ReadKind, Kind> = { startups, investors };
