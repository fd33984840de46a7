import { main } from './problem';
import { serve } from './serve/serve';

/** `--public`: for an installation that others use. It wants APP_URL and has no sample people. */
await main(() => serve('start', { isPublic: process.argv.includes('--public') }));
