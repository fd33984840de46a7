import { AppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { viewerQuery } from '@/lib/platform/query';
import { personOperations } from '../operations';
import { canReadInstallation } from '../policy';
import { type PeopleCounts, peopleCounts } from '../schema';

export const countPeople = viewerQuery({
  operation: personOperations.countPeople,
  input: noInput,
  output: peopleCounts,
  may: canReadInstallation,
  run: async (tx) => {
    const [counts] = await tx.$queryRaw<PeopleCounts[]>`
      select (count(*) filter (where archived_at is null))::int as active,
        (count(*) filter (where archived_at is null and is_admin))::int as admins,
        (count(*) filter (where archived_at is null and not has_joined))::int as "notJoined",
        (count(*) filter (where archived_at is not null))::int as archived
      from person`;
    if (!counts) throw new AppError('internal', 'no counts');
    return counts;
  },
});
