/** Next calls this once when a server starts: from then on its mails go out. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { keepPostOpen } = await import('@/lib/platform/post-hours');
  keepPostOpen();
}
