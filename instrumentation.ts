/** Next calls this once when a server starts: without the secret of sign-ins it does not; from then on its jobs are done. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sharedSecret } = await import('@/lib/platform/secret');
  sharedSecret();
  const { keepJobsOpen } = await import('@/lib/platform/jobs');
  keepJobsOpen();
}
