import { z } from 'zod';
import { idField, requiredText, versionField } from '@/lib/core/fields';
import { ROLES } from '@/lib/core/scope';
import { idShape, listShape, MOST_BESIDE, namedTwiceShape, versionShape } from '@/lib/core/shapes';
import { VIEW_NOUNS } from './rules';

const nounField = z.enum(VIEW_NOUNS);
const roleField = z.enum(ROLES);

/** A query string without its question mark: filters, sort, columns and date as the list's own address writes them. */
const addressField = z
  .string()
  .max(8000, { abort: true })
  .refine((text) => /^[\x21-\x7e]*$/.test(text) && !text.startsWith('?'), { params: { reason: 'invalid' } })
  .meta({ examples: ['stage=follow_up&sort=-amount'] });

export const listViewsInput = z.strictObject({ noun: nounField.optional() });

/** `shared`: for the office and managers, by an officer; otherwise for oneself. */
export const saveViewInput = z.strictObject({
  noun: nounField,
  name: requiredText(80),
  address: addressField,
  shared: z.boolean().default(false),
});

/** `defaultFor`: the roles for which the place in the navigation opens with it; another view of the list gives way. */
export const editViewInput = z.strictObject({
  viewId: idField,
  version: versionField,
  name: requiredText(80).optional(),
  address: addressField.optional(),
  shared: z.boolean().optional(),
  defaultFor: z.array(roleField).max(ROLES.length).optional(),
});

export const viewInput = z.strictObject({ viewId: idField, version: versionField });

const savedView = z.strictObject({
  id: idShape,
  noun: nounField,
  name: z.string(),
  address: z.string(),
  isShared: z.boolean(),
  defaultFor: z.array(roleField),
  by: namedTwiceShape,
  isMine: z.boolean(),
  /** The viewer may rename, overwrite and delete it. */
  mayEdit: z.boolean(),
  version: versionShape,
});
export type SavedView = z.output<typeof savedView>;
export const savedViews = listShape(savedView, MOST_BESIDE);
export const savedViewId = z.strictObject({ viewId: idShape, version: versionShape });
