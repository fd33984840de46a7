import { openApiOf } from '../openapi';
import { OPERATIONS, PUBLIC_OPERATIONS } from '../operations';

/** Made once: it takes a tenth of a second, and whoever is signed out may ask for it. */
const DOCUMENT = JSON.stringify(openApiOf(OPERATIONS, PUBLIC_OPERATIONS));

/** The same for everybody: it says what can be asked, not what is there. */
export function GET(): Response {
  return new Response(DOCUMENT, { headers: { 'Content-Type': 'application/json' } });
}
