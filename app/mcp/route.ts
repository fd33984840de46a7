import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { askerOf, localeOf } from '@/app/api/v1/asker';
import { textOf } from '@/app/api/v1/input';
import { problemOf, problemOfError } from '@/app/api/v1/problem';
import { isAppError } from '@/lib/core/errors';
import type { Viewer } from '@/lib/core/scope';
import { log } from '@/lib/platform/log';
import { addressOf } from '@/lib/platform/mail';
import { mayAssistantWrite } from '@/lib/token/queries';
import { callTool } from './call';
import { toolOf, toolsFor } from './tools';

const BODY_LIMIT = 1_000_000;
const VERSION = '1';

const INSTRUCTIONS = `Roundtable follows startup-investor pairs of investment programs through four staged meetings to money.
Every answer of a tool has: label (whose figures, as of when, as known when, asked when), answer, and rows (the records behind each number, as a tool to call or a page to open). Quote a number together with its label. Money is whole minor units with a currency: never add rungs or currencies.
A tool that changes something first answers what it would change, by name; call it again with "confirmed": true once the person agreed.`;

/**
 * The Model Context Protocol (streamable HTTP, no state kept) over the operations of the API: for assistants, in the name of
 * whoever made the API token. A cookie opens nothing here, so that no page of another site can ask.
 */
export async function POST(request: Request): Promise<Response> {
  const locale = localeOf(request, null);
  try {
    if (request.headers.get('authorization') === null) return signedOut(locale);
    const { viewer, headers } = await askerOf(request);
    if (!viewer) return signedOut(locale);
    const body = await bodyOf(request);
    if (body === undefined) return problemOf('invalid', locale);
    const response = await answer(request, body, { ...viewer, means: 'assistant' });
    for (const [name, value] of Object.entries({ ...headers, 'Cache-Control': 'private, no-store' }))
      response.headers.set(name, value);
    return response;
  } catch (error) {
    if (isAppError(error)) return problemOfError(error, locale);
    log.error({ err: error }, 'an assistant could not be answered');
    return problemOf('internal', locale);
  }
}

/** No stream is kept open, and there is nothing to end. */
function notAllowed(request: Request): Response {
  const { body, headers } = problemOf('not_found', localeOf(request, null));
  return new Response(body, { status: 405, headers: { ...Object.fromEntries(headers), Allow: 'POST' } });
}

export { notAllowed as DELETE, notAllowed as GET };

async function answer(request: Request, parsedBody: unknown, viewer: Viewer): Promise<Response> {
  const server = new Server(
    { name: 'roundtable', version: VERSION },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const mayWrite = await mayAssistantWrite(viewer);
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: toolsFor(viewer, mayWrite).map(toolOf),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    callTool(viewer, mayWrite, params.name, params.arguments ?? {}),
  );
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody });
  } finally {
    await server.close();
  }
}

/** Undefined for what is too long or no JSON. */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await textOf(request, BODY_LIMIT);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says where it stands how to come in (RFC 9728). */
function signedOut(locale: ReturnType<typeof localeOf>): Response {
  const metadata = addressOf('/.well-known/oauth-protected-resource/mcp');
  return problemOf('signed_out', locale, {
    'WWW-Authenticate': `Bearer realm="roundtable", resource_metadata="${metadata}"`,
  });
}
