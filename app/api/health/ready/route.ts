import { readiness } from '@/lib/platform/readiness';

export const dynamic = 'force-dynamic';

/** 200 when the database is reachable and has every migration of this version, else 503. */
export async function GET(): Promise<Response> {
  const status = await readiness();
  return Response.json(
    { status },
    { status: status === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
