'use client';

import { archiveStartupAction, restoreStartupAction } from '@/lib/startup/actions';
import { ArchiveParty } from '../program/party/archive-party';

type Props = { slug: string; startupId: string; name: string; version: number; isArchived: boolean };

export function ArchiveStartup({ slug, startupId, ...party }: Props) {
  return (
    <ArchiveParty
      {...party}
      archive={(version, key) => archiveStartupAction(slug, { startupId, version }, key)}
      restore={(version, more, key) => restoreStartupAction(slug, { startupId, version, ...more }, key)}
    />
  );
}
