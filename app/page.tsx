import { redirect } from 'next/navigation';
import { lastProgram } from '@/lib/platform/browser';
import { requireViewer } from '@/lib/platform/gate';

/** The program last opened, else the newest one, else the list. */
export default async function Page() {
  const viewer = await requireViewer();
  const program = await lastProgram(viewer);
  if (!program && viewer.lockedPrograms.length > 0) redirect('/account/second-factor');
  redirect(program ? `/programs/${program.slug}` : '/programs');
}
