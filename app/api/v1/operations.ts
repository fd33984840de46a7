import type { Operation } from './operation';
import { pairOperations } from './operations/pair';

/** Everything the API can do. A command or query that is missing here fails the architecture test. */
export const OPERATIONS: readonly Operation[] = [...pairOperations];
