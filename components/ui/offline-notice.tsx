'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Whether the browser believes it has a network; true on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** Says in words that there is no network, and what that means here (`children`, e.g. "2 waiting"). */
export function OfflineNotice({ children }: { children?: ReactNode }) {
  const t = useTranslations('ui');
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn-soft-ink">
          <CloudOff aria-hidden="true" size={16} className="shrink-0" />
          <span>{children ?? t('offline')}</span>
        </p>
      )}
    </div>
  );
}
