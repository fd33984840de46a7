import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { LAST_PROGRAM_COOKIE } from '@/components/home/last-program';
import { requireViewer } from '@/lib/platform/gate';

/** The program last opened, else the newest one, else the list. */
export default async function Page() {
  const viewer = await requireViewer();
  const last = (await cookies()).get(LAST_PROGRAM_COOKIE)?.value;
  const program = viewer.programs.find((entry) => entry.slug === last) ?? viewer.programs[0];
  if (!program && viewer.closedPrograms.length > 0) redirect('/account/second-factor');
  redirect(program ? `/programs/${program.slug}` : '/programs');
}
