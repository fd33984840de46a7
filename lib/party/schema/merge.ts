import { z } from 'zod';
import { idField, versionField } from '@/lib/core/fields';
import {
  countShape,
  idShape,
  instantShape,
  listShape,
  MOST_BESIDE,
  namedTwiceShape,
  twoNamesShape,
  versionShape,
} from '@/lib/core/shapes';
import type { PartyKey, PartyKind } from '../rules';
import { PARTY_SCHEMAS } from '../schema';

/** The inputs of merging two parties of a kind; the key of the kind names the one that is kept. */
function schemasOf<Kind extends PartyKind>(kind: Kind, profile: z.ZodObject) {
  const named = { [`${kind}Id`]: idField } as Record<PartyKey<Kind>, typeof idField>;
  const changed = { [`${kind}Id`]: idShape } as Record<PartyKey<Kind>, typeof idShape>;
  const fields = Object.keys(profile.shape).filter((name) => name !== 'sameName');
  return {
    preview: z.strictObject({ ...named, mergedId: idField }),
    list: z.strictObject(named),
    merge: z.strictObject({
      ...named,
      version: versionField,
      mergedId: idField,
      mergedVersion: versionField,
      /** What is taken from the other one; everything else stays as it is. */
      fields: z.array(z.enum(fields as [string, ...string[]])).max(fields.length),
    }),
    undo: z.strictObject({ ...named, mergeId: idField }),
    merged: z.strictObject({ ...changed, version: versionShape, mergeId: idShape }),
  };
}

/** What comes over, by number, and what stands in the way. */
export const mergePreview = z.strictObject({
  contacts: countShape,
  materials: countShape,
  people: countShape,
  /** Pairs that come over with their meetings, amounts, notes and history. */
  pairs: countShape,
  meetings: countShape,
  amounts: countShape,
  /** Pairs of the other one that stay with it, with nothing but a wish, a weight, an officer or a next step. */
  left: countShape,
  /** Counterparts with whom both have a record: no rule says which of the two pairs holds. */
  both: z.array(namedTwiceShape),
});

/** `into`: where the party went; `items`: what came into it, the latest first. */
export const mergeList = listShape(
  twoNamesShape.extend({ id: idShape, mergedId: idShape, at: instantShape, by: namedTwiceShape.nullable() }),
  MOST_BESIDE,
).extend({ into: namedTwiceShape.nullable() });

export const MERGE_SCHEMAS = {
  startup: schemasOf('startup', PARTY_SCHEMAS.startup.add),
  investor: schemasOf('investor', PARTY_SCHEMAS.investor.add),
};
export type MergeSchemas = typeof MERGE_SCHEMAS;
export type MergePreview = z.output<typeof mergePreview>;
export type MergeList = z.output<typeof mergeList>;
