import type { ReactNode } from 'react';
import { ViewerShell } from '@/components/home/viewer-shell';
import { lastProgram, requestTheme } from '@/lib/platform/browser';
import { requireViewer } from '@/lib/platform/gate';

/** The frame of what lies beside programs: the list of them, people, one's own account. */
export default async function InstallationLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [theme, last] = await Promise.all([requestTheme(), lastProgram(viewer)]);
  return (
    <ViewerShell viewer={viewer} theme={theme} program={null} last={last ?? null}>
      {children}
    </ViewerShell>
  );
}
