'use client';

import { archiveInvestorAction, restoreInvestorAction } from '@/lib/investor/actions';
import { ArchiveParty } from '../program/party/archive-party';

type Props = { slug: string; investorId: string; name: string; version: number; isArchived: boolean };

export function ArchiveInvestor({ slug, investorId, ...party }: Props) {
  return (
    <ArchiveParty
      {...party}
      archive={(version, key) => archiveInvestorAction(slug, { investorId, version }, key)}
      restore={(version, more, key) => restoreInvestorAction(slug, { investorId, version, ...more }, key)}
    />
  );
}
