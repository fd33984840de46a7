'use client';

import { useLinkStatus } from 'next/link';

/** Inside a link that was pressed while its page is on its way: what is on the screen stays, and the link shows it. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span hidden className="ui-link-pending" data-pending={pending || undefined} />;
}
