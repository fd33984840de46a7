import { addressOf } from '@/lib/platform/mail';

/** RFC 9728: what `/mcp` takes as proof of who asks. API tokens are made on the account page; nobody else issues any. */
export function GET(): Response {
  return Response.json({
    resource: addressOf('/mcp'),
    resource_name: 'Roundtable',
    bearer_methods_supported: ['header'],
    resource_documentation: addressOf('/account'),
  });
}
