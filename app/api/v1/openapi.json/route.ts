import { openApiOf } from '../openapi';
import { OPERATIONS, PUBLIC_OPERATIONS } from '../operations';

/** The same for everybody: it says what can be asked, not what is there. */
export function GET(): Response {
  return Response.json(openApiOf(OPERATIONS, PUBLIC_OPERATIONS), {
    headers: { 'Cache-Control': 'public, max-age=300' },
  });
}
