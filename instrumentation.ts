/** Next calls this once when a server starts: without what signing in needs it does not; from then on its jobs are done. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sharedSecret } = await import('@/lib/platform/secret');
  const { oidcProvider } = await import('@/lib/platform/oidc');
  sharedSecret();
  oidcProvider();
  const { keepJobsOpen } = await import('@/lib/platform/jobs');
  const { deliver, WEBHOOKS } = await import('@/lib/webhook/commands/deliver');
  keepJobsOpen([{ queue: WEBHOOKS, run: deliver }]);
}
