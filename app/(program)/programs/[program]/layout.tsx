import type { ReactNode } from 'react';
import { RememberProgram } from '@/components/home/remember-program';
import { ViewerShell } from '@/components/home/viewer-shell';
import { HistoryProvider } from '@/components/pair/history/history-context';
import { ClosedNotice } from '@/components/program/closed-notice';
import { requestTheme } from '@/lib/platform/browser';
import { requireProgram } from '@/lib/platform/gate';
import { readOpeningViews } from '@/lib/view/queries';

type Props = { params: Promise<{ program: string }>; children: ReactNode };

/** The frame only: every page below gates itself. */
export default async function ProgramLayout({ params, children }: Props) {
  const [scope, theme] = await Promise.all([requireProgram((await params).program), requestTheme()]);
  const { viewer, program } = scope;
  const opening = await readOpeningViews(scope);
  return (
    <ViewerShell viewer={viewer} theme={theme} program={program} opening={opening}>
      <RememberProgram slug={program.slug} />
      {program.closedAt && <ClosedNotice program={program} closedAt={program.closedAt} />}
      <HistoryProvider key={`${program.slug} ${viewer.personId}`}>{children}</HistoryProvider>
    </ViewerShell>
  );
}
