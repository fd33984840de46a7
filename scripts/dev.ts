import { main } from './problem';
import { serve } from './serve/serve';

await main(() => serve('dev'));
