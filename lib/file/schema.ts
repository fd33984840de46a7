import { z } from 'zod';
import { fileField, idField, versionField } from '@/lib/core/fields';
import {
  countShape,
  EXAMPLE_ID,
  idShape,
  instantShape,
  listShape,
  MOST_BESIDE,
  namedTwiceShape,
  versionShape,
} from '@/lib/core/shapes';
import { FILE_KINDS, MEDIA_TYPES, MOST_BYTES } from './rules';

const party = { startupId: idField.optional(), investorId: idField.optional() };
const isOfOneParty = ({
  startupId,
  investorId,
}: {
  startupId?: string | undefined;
  investorId?: string | undefined;
}) => (startupId === undefined) !== (investorId === undefined);
const ONE_PARTY = { params: { reason: 'one_party' } };

/** `replaces`: the material that this one stands for from now on. */
export const addMaterialInput = z
  .strictObject({ ...party, file: fileField(MOST_BYTES.material), replaces: idField.optional() })
  .refine(isOfOneParty, ONE_PARTY);
export const setLogoInput = z
  .strictObject({ ...party, file: fileField(MOST_BYTES.logo) })
  .refine(isOfOneParty, ONE_PARTY);
export const addEvidenceInput = z.strictObject({
  pairId: idField,
  amountId: idField,
  file: fileField(MOST_BYTES.evidence),
});
export const listFilesInput = z
  .strictObject(party)
  .refine(isOfOneParty, ONE_PARTY)
  .meta({ examples: [{ startupId: EXAMPLE_ID }] });
export const fileInput = z.strictObject({ fileId: idField });
export const changeFileInput = z.strictObject({ fileId: idField, version: versionField });

/** `size` in bytes; `sha256` in hex, of the bytes that are given out; `mediaType` by the content. */
export const fileRecord = z.strictObject({
  id: idShape,
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  mediaType: z.enum(MEDIA_TYPES),
  size: countShape,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ examples: ['0'.repeat(64)] }),
  createdAt: instantShape,
  by: namedTwiceShape.nullable(),
  version: versionShape,
});
export type FileRecord = z.output<typeof fileRecord>;
export const fileList = listShape(fileRecord, MOST_BESIDE);
export const changedFile = z.strictObject({ fileId: idShape, version: versionShape });
