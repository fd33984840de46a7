import type { z } from 'zod';
import { create, get, type InputOf, type Operation, type OutputOf, patch, post } from '@/lib/core/operation';
import type { PartyKind } from './rules';
import type {
  addContactInput,
  changedContact,
  contactInput,
  editContactInput,
  PartySchemas,
  revealContactInput,
  revealedContact,
} from './schema';
import type { MergeSchemas, mergeList, mergePreview } from './schema/merge';

/** The operations of one kind of party; `one` and `many` are its words in the summaries. */
function operationsOf<Schemas extends Record<keyof PartySchemas[PartyKind], z.ZodType>>(
  kind: PartyKind,
  { one, many }: { one: string; many: string },
) {
  const all = `/programs/{program}/${kind}s`;
  const each = `${all}/{${kind}Id}`;
  return {
    list: get<Schemas['list'], Schemas['page']>(`${kind}.list`, all, `${many} by name, with their figures`),
    get: get<Schemas['get'], Schemas['detail']>(
      `${kind}.get`,
      each,
      `One ${kind} with its people and figures`,
    ),
    add: create<Schemas['add'], Schemas['added']>(`${kind}.add`, all, `Add ${one}`),
    edit: patch<Schemas['edit'], Schemas['changed']>(`${kind}.edit`, each, 'Change the profile'),
    archive: post<Schemas['archive'], Schemas['changed']>(
      `${kind}.archive`,
      `${each}/archive`,
      `Archive ${one}`,
    ),
    restore: post<Schemas['restore'], Schemas['changed']>(
      `${kind}.restore`,
      `${each}/restore`,
      `Restore ${one}`,
    ),
  };
}

export const PARTY_OPERATIONS = {
  startup: operationsOf<PartySchemas['startup']>('startup', { one: 'a startup', many: 'Startups' }),
  investor: operationsOf<PartySchemas['investor']>('investor', { one: 'an investor', many: 'Investors' }),
};

type OfEither = (typeof PARTY_OPERATIONS)[PartyKind];
export type PartyInput<Verb extends keyof OfEither> = InputOf<OfEither[Verb]>;

/** An operation on a party whose kind is known only where it runs: it takes and answers what one of the kinds does. */
export function partyOperation<Verb extends keyof OfEither>(
  kind: PartyKind,
  verb: Verb,
): Operation<PartyInput<Verb>, OutputOf<OfEither[Verb]>> {
  return PARTY_OPERATIONS[kind][verb] as Operation<PartyInput<Verb>, OutputOf<OfEither[Verb]>>;
}

/** The operations of merging two parties of a kind that turn out to be one. */
function mergesOf<Schemas extends Record<keyof MergeSchemas[PartyKind], z.ZodType>>(kind: PartyKind) {
  const each = `/programs/{program}/${kind}s/{${kind}Id}`;
  return {
    preview: get<Schemas['preview'], typeof mergePreview>(
      `${kind}.preview_merge`,
      `${each}/merge`,
      `What merging another ${kind} into this one would do`,
    ),
    list: get<Schemas['list'], typeof mergeList>(
      `${kind}.list_merges`,
      `${each}/merges`,
      `What was merged into this ${kind}, and where it went itself`,
    ),
    merge: post<Schemas['merge'], Schemas['merged']>(
      `${kind}.merge`,
      `${each}/merge`,
      `Merge another ${kind} into this one`,
    ),
    undo: post<Schemas['undo'], Schemas['merged']>(
      `${kind}.undo_merge`,
      `${each}/merges/{mergeId}/undo`,
      'Take a merge back',
    ),
  };
}

export const MERGE_OPERATIONS = {
  startup: mergesOf<MergeSchemas['startup']>('startup'),
  investor: mergesOf<MergeSchemas['investor']>('investor'),
};

type MergesOfEither = (typeof MERGE_OPERATIONS)[PartyKind];

/** The same for merges: an operation whose kind is known only where it runs. */
export function mergeOperation<Verb extends keyof MergesOfEither>(
  kind: PartyKind,
  verb: Verb,
): Operation<InputOf<MergesOfEither[Verb]>, OutputOf<MergesOfEither[Verb]>> {
  return MERGE_OPERATIONS[kind][verb] as Operation<
    InputOf<MergesOfEither[Verb]>,
    OutputOf<MergesOfEither[Verb]>
  >;
}

export const contactOperations = {
  addContact: create<typeof addContactInput, typeof changedContact>(
    'program.add_contact',
    '/programs/{program}/contacts',
    'Add a person to a startup or an investor',
  ),
  editContact: patch<typeof editContactInput, typeof changedContact>(
    'program.edit_contact',
    '/programs/{program}/contacts/{contactId}',
    'Change a contact',
  ),
  archiveContact: post<typeof contactInput, typeof changedContact>(
    'program.archive_contact',
    '/programs/{program}/contacts/{contactId}/archive',
    'Archive a contact',
  ),
  restoreContact: post<typeof contactInput, typeof changedContact>(
    'program.restore_contact',
    '/programs/{program}/contacts/{contactId}/restore',
    'Restore a contact',
  ),
  revealContact: post<typeof revealContactInput, typeof revealedContact>(
    'program.reveal_contact',
    '/programs/{program}/contacts/{contactId}/reveal',
    'Unmasked contact details; who viewed them and why is recorded',
  ),
};
