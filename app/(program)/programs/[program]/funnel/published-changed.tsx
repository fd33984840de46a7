import { Suspense } from 'react';
import { ChangedNotice } from '@/components/report/changed-notice';
import { isAppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { canSeeReports } from '@/lib/report/policy';
import { listReports } from '@/lib/report/queries/list';

type Props = {
  scope: ProgramScope;
  /** The day that the figures beside it are of. */
  asOf: string;
};

/** Says to whoever reads published figures that they have changed since: who publishes them and who defends them. */
export function PublishedChanged(props: Props) {
  if (!canSeeReports(props.scope)) return null;
  return (
    <Suspense fallback={null}>
      <Changed {...props} />
    </Suspense>
  );
}

/** Comes when it is counted: the figures neither wait for it nor fall with it. */
async function Changed({ scope, asOf }: Props) {
  const reports = await listReports(scope, {}).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'unavailable') return { items: [] };
    throw error;
  });
  return <ChangedNotice slug={scope.program.slug} reports={reports.items} asOf={asOf} />;
}
