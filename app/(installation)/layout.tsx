import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { LAST_PROGRAM_COOKIE } from '@/components/home/last-program';
import { ViewerShell } from '@/components/home/viewer-shell';
import { requestTheme } from '@/lib/platform/browser';
import { requireViewer } from '@/lib/platform/gate';
import { programScope } from '@/lib/platform/viewer';

/** The frame of what lies beside programs: the list of them, people, one's own account. */
export default async function InstallationLayout({ children }: { children: ReactNode }) {
  const [viewer, theme, jar] = await Promise.all([requireViewer(), requestTheme(), cookies()]);
  const last = programScope(viewer, jar.get(LAST_PROGRAM_COOKIE)?.value ?? '')?.program ?? viewer.programs[0];
  return (
    <ViewerShell viewer={viewer} theme={theme} program={null} last={last ?? null}>
      {children}
    </ViewerShell>
  );
}
