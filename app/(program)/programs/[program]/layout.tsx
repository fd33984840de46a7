import type { ReactNode } from 'react';
import { RememberProgram } from '@/components/home/remember-program';
import { ViewerShell } from '@/components/home/viewer-shell';
import { requireProgram } from '@/lib/platform/viewer';

type Props = { params: Promise<{ program: string }>; children: ReactNode };

/** The frame only: every page below gates itself. */
export default async function ProgramLayout({ params, children }: Props) {
  const { viewer, program } = await requireProgram((await params).program);
  return (
    <ViewerShell viewer={viewer} program={program}>
      <RememberProgram slug={program.slug} />
      {children}
    </ViewerShell>
  );
}
