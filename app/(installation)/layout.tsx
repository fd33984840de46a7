import type { ReactNode } from 'react';
import { ViewerShell } from '@/components/home/viewer-shell';
import { requireViewer } from '@/lib/platform/viewer';

/** The frame of what lies beside programs: the list of them, people, one's own account. */
export default async function InstallationLayout({ children }: { children: ReactNode }) {
  return (
    <ViewerShell viewer={await requireViewer()} program={null}>
      {children}
    </ViewerShell>
  );
}
