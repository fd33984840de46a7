import { main } from './problem';
import { ensureBuilt } from './serve/build';
import { ROOT } from './serve/settings';

/** The build alone, for an image or a package; `start` makes it where it is missing. */
await main(() => ensureBuilt(ROOT, console.log));
