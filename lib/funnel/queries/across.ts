import { speakFor } from '@/lib/platform/database';
import { viewerQuery } from '@/lib/platform/query';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { clocksOf } from '@/lib/program/rules';
import { funnelOperations } from '../operations';
import { canSeeFunnel, canSeeFunnels } from '../policy';
import { totalsOf } from '../rules/across';
import { getFunnelsInput } from '../schema';
import { funnelsOfPrograms } from '../schema/many-funnels';
import { countAndKeep, findKept } from './kept';

/**
 * The funnels of all programs whose funnel the viewer may read, side by side and in total; each day is one of the
 * program's own home zone. Funnels already counted are read again in one statement; a program that changed since, or a
 * date nobody asked for yet, is counted and kept.
 */
export const getFunnels = viewerQuery({
  operation: funnelOperations.getFunnels,
  input: getFunnelsInput,
  output: funnelsOfPrograms,
  may: canSeeFunnels,
  isWide: true,
  run: async (tx, viewer, { asOf, knownOn }) => {
    const now = new Date();
    const wanted = viewer.programs
      .map(({ slug }) => programScopeOrThrow(viewer, slug))
      .filter(canSeeFunnel)
      .map((scope) => ({
        scope,
        programId: scope.programId,
        clocks: clocksOf(scope.program, now, asOf, knownOn),
      }));
    const kept = await findKept(tx, wanted);
    // In one order, so that two readers who count the same programs never wait for each other in a circle.
    for (const { scope, programId, clocks } of wanted.toSorted((a, b) =>
      a.programId < b.programId ? -1 : 1,
    )) {
      if (kept.has(programId)) continue;
      await speakFor(tx, scope);
      kept.set(programId, await countAndKeep(tx, scope, clocks));
    }
    const items = wanted.flatMap(({ scope: { program }, programId }) => {
      const funnel = kept.get(programId);
      const { slug, name, nameEn } = program;
      return funnel ? [{ program: { slug, name, nameEn }, ...funnel }] : [];
    });
    return { items, totals: totalsOf(items) };
  },
});
