import { isAppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { nameIn } from '@/lib/core/shown-name';
import { findMeeting } from '@/lib/meeting/queries/find';
import { getInvestor, getStartup } from '@/lib/party/queries/parties';
import { getPair } from '@/lib/record/queries';

type Named = { kind: string; id: string; name: string };
type Parties = { startup: { name: string; nameEn: string }; investor: { name: string } };

/** A change of more records than this names the first of them. */
const MOST = 20;

const pairName = ({ startup, investor }: Parties, { viewer }: ProgramScope) =>
  `${nameIn(startup, viewer.locale)} × ${investor.name}`;

/** How a record that an input names by its id is called, by the key it stands under. */
const NAMES: Readonly<Record<string, (scope: ProgramScope, id: string) => Promise<string>>> = {
  pair: async (scope, id) => pairName(await getPair(scope, { pairId: id }), scope),
  meeting: async (scope, id) =>
    pairName(await getPair(scope, { pairId: (await findMeeting(scope, { meetingId: id })).pair.id }), scope),
  startup: async (scope, id) => nameIn(await getStartup(scope, { startupId: id }), scope.viewer.locale),
  investor: async (scope, id) => (await getInvestor(scope, { investorId: id })).name,
};

/** The records that an input names by id, with their names as the viewer may read them. What is not there has none. */
export async function namesIn(scope: ProgramScope, input: unknown): Promise<Named[]> {
  const found = [...new Map(idsIn(input).map((each) => [each.id, each])).values()].slice(0, MOST);
  const named = await Promise.all(
    found.map(async ({ kind, id }) => {
      const name = await NAMES[kind]?.(scope, id).catch((error: unknown) => {
        if (isAppError(error)) return undefined;
        throw error;
      });
      return name === undefined ? [] : [{ kind, id, name }];
    }),
  );
  return named.flat();
}

function idsIn(value: unknown, key = ''): { kind: string; id: string }[] {
  if (Array.isArray(value)) return value.flatMap((each) => idsIn(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => idsIn(each, name));
  const kind = key.replace(/(?:s|Ids?)$/, '');
  return typeof value === 'string' && kind in NAMES ? [{ kind, id: value }] : [];
}
