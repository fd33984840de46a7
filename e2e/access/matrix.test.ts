import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/app/api/v1/operations';
import { isAppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import type { Bound } from '@/lib/platform/bound';
import type { MadeFile } from '@/lib/platform/file';
import { parseInput } from '@/lib/platform/input';
import { archiveOf } from '@/scripts/test/archive';
import { textOf } from '@/scripts/test/exported';
import { ownDatabase } from '@/scripts/test/own-database';
import { uploadOf } from '@/scripts/test/upload';
import { EXPECTED } from './expectation';
import { inputFor } from './inputs';
import { digest, type Furnished, furnish, type Things } from './world';

/* Every command and query against every role, with what is one's own, another startup's, another program's, and nobody's. */

const database = ownDatabase();
let here: Furnished;
let elsewhere: Furnished;

beforeAll(async () => {
  here = await furnish(database.ownerUrl);
  elsewhere = await furnish(database.ownerUrl);
});

const ROLES = { admin: 'A', officer: 'O', manager: 'M', startup: 'S' } as const;
type RoleName = keyof typeof ROLES;

const asked = (operation: Bound, scope: ProgramScope): ProgramScope | Viewer =>
  operation.inside === 'program' ? scope : scope.viewer;
const mayOf = (operation: Bound, scope: ProgramScope) =>
  (operation.may as (asking: unknown) => boolean)(asked(operation, scope));
const shapeOf = (operation: Bound) =>
  Object.keys((operation.input as unknown as { shape?: object }).shape ?? {});
const unique = [...new Map(OPERATIONS.map((operation) => [operation.name, operation])).values()];
const commands = unique.filter(({ kind }) => kind === 'command');

/** How it ended: `done`, `refused`, or the code of the error. */
async function outcomeOf(operation: Bound, scope: ProgramScope, input: unknown): Promise<string> {
  try {
    const run = operation as (actor: unknown, input: unknown) => Promise<unknown>;
    const answer = await run(asked(operation, scope), input);
    if (operation.kind === 'file') await (answer as MadeFile).forget();
    if (operation.kind !== 'command') return 'done';
    return (answer as Result<unknown>).ok ? 'done' : 'refused';
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

describe('the matrix', () => {
  it('knows every operation, and no other', () => {
    expect(unique.map(({ name }) => name).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.keys(ROLES) as RoleName[])('a policy says of the %s what the matrix says', (role) => {
    const said = unique.map((operation) => [operation.name, mayOf(operation, here.world.as(role))]);
    const expected = unique.map(({ name }) => [name, EXPECTED[name]?.includes(ROLES[role])]);
    expect(said).toEqual(expected);
  });
});

describe('T13 and T19 whoever may not is refused before anything is written', () => {
  it.each(['manager', 'startup'] as const)('the %s, called directly with valid input', async (role) => {
    const before = await digest(database.ownerUrl);
    for (const operation of unique.filter(({ name }) => !EXPECTED[name]?.includes(ROLES[role]))) {
      const input = inputFor(operation.name, shapeOf(operation), here.mine);
      const outcome = await outcomeOf(operation, here.world.as(role), input);
      expect({ operation: operation.name, outcome }).toEqual({
        operation: operation.name,
        outcome: 'forbidden',
      });
    }
    expect(await digest(database.ownerUrl)).toEqual(before);
  });
});

describe('T12, T14 and T15 what is not yours is not there', () => {
  const naming = (operation: Bound) => {
    const input = JSON.stringify(inputFor(operation.name, shapeOf(operation), here.mine));
    return (
      operation.inside === 'program' &&
      Object.values(here.mine).some((id) => id.length === 36 && input.includes(id))
    );
  };
  /** Tables, slots and investors belong to the whole program: a rival may name them. */
  const shared = (operation: Bound) =>
    /^(investor|program\.(rename|archive|restore)_table|program\.remove_slots)/.test(operation.name);

  async function expectNothing(operations: readonly Bound[], scope: ProgramScope, things: Things) {
    const before = await digest(database.ownerUrl);
    for (const operation of operations) {
      const outcome = await outcomeOf(operation, scope, inputFor(operation.name, shapeOf(operation), things));
      expect({
        operation: operation.name,
        outcome,
        ok: ['not_found', 'forbidden', 'refused'].includes(outcome),
      }).toMatchObject({
        operation: operation.name,
        ok: true,
      });
    }
    expect(await digest(database.ownerUrl)).toEqual(before);
  }

  it('a startup finds nothing of its rival by id, and changes nothing', async () => {
    const operations = unique.filter((operation) => naming(operation) && !shared(operation));
    expect(operations.length).toBeGreaterThan(20);
    await expectNothing(operations, here.world.as('rival'), here.mine);
  });

  it('an officer finds nothing of another program by id, and changes nothing', async () => {
    await expectNothing(unique.filter(naming), elsewhere.world.as('officer'), here.mine);
  });

  it('an id of nothing at all is answered like one of somebody else', async () => {
    const nothing = Object.fromEntries(
      Object.keys(here.mine).map((key) => [key, key === 'slug' ? 'nothing' : randomUUID()]),
    ) as Things;
    for (const operation of unique.filter((each) => naming(each) && !shared(each))) {
      const shape = shapeOf(operation);
      const foreign = await outcomeOf(
        operation,
        here.world.as('rival'),
        inputFor(operation.name, shape, here.mine),
      );
      const missing = await outcomeOf(
        operation,
        here.world.as('rival'),
        inputFor(operation.name, shape, nothing),
      );
      expect({ operation: operation.name, foreign }).toEqual({
        operation: operation.name,
        foreign: missing,
      });
    }
  });

  it('T17 no query and no file of a startup carries a word or a figure of its rival', async () => {
    const { stepOne } = here.world;
    for (const operation of unique.filter(
      ({ kind, name }) => kind !== 'command' && EXPECTED[name]?.includes('S'),
    )) {
      const run = async (actor: unknown, input: unknown) => {
        const answer = await (operation as (actor: unknown, input: unknown) => Promise<unknown>)(
          actor,
          input,
        );
        return operation.kind === 'file' ? textOf(answer as MadeFile) : answer;
      };
      const shape = shapeOf(operation);
      const inputs = [inputFor(operation.name, shape, here.theirs)];
      const file = operation.kind === 'file' ? { format: 'csv' } : {};
      if (shape.includes('q')) inputs.push({ ...file, q: '스텝원' });
      if (shape.includes('sort')) inputs.push({ ...file, sort: '-amount' }, { ...file, sort: 'interest' });
      for (const input of inputs) {
        const own = shape.includes('pairId') ? { ...input, pairId: here.theirs.pairId } : input;
        const answer = JSON.stringify(
          await run(asked(operation, here.world.as('rival')), own).catch((error) =>
            isAppError(error) ? error.code : Promise.reject(error),
          ),
        );
        for (const hidden of [
          stepOne as string,
          here.mine.pairId,
          here.mine.meetingId ?? '-',
          '스텝원',
          'StepOne',
        ]) {
          expect({ operation: operation.name, input, leaks: answer.includes(hidden) }).toEqual({
            operation: operation.name,
            input,
            leaks: false,
          });
        }
      }
    }
  });
});

describe('T22 no answer carries a secret', () => {
  it('no key in any query says hash, secret, token or password', async () => {
    const { bytes } = await archiveOf(here.world.as('admin'));
    for (const operation of unique.filter(({ kind }) => kind === 'query')) {
      const run = operation as (actor: unknown, input: unknown) => Promise<unknown>;
      const input = operation.takesFile
        ? { file: uploadOf('archive.zip', bytes) }
        : inputFor(operation.name, shapeOf(operation), here.mine);
      const answer = await run(asked(operation, here.world.as('admin')), input);
      const keys = new Set<string>();
      JSON.stringify(answer, (key, value) => {
        keys.add(key);
        return value;
      });
      expect({
        operation: operation.name,
        keys: [...keys].filter((key) => /hash|secret|token(?!s$|Id$)|password(?!SetAt|Set$)/i.test(key)),
      }).toEqual({
        operation: operation.name,
        keys: [],
      });
    }
  });
});

describe('inputs', () => {
  const OPERATORS = [
    { contains: '' },
    { not: 'x' },
    { startsWith: 'a' },
    { in: ['a'] },
    { $ne: null },
  ] as const;

  it('T27 an operator where a word belongs is refused, in every field of every operation', () => {
    for (const operation of unique) {
      for (const key of shapeOf(operation)) {
        // Objects with keys of the sender's own: what stands in them is refused where it is looked up.
        if (['changes', 'base', 'amount', 'mapping', 'cells'].includes(key)) continue;
        for (const operator of OPERATORS) {
          const input = { ...inputFor(operation.name, shapeOf(operation), here.mine), [key]: operator };
          expect({
            operation: operation.name,
            key,
            accepted: parseInput(operation.input, input).ok,
          }).toEqual({
            operation: operation.name,
            key,
            accepted: false,
          });
        }
      }
    }
  });

  it('T29 keys nobody asked for are refused, whatever they are called', () => {
    for (const operation of unique) {
      for (const key of ['programId2', '__proto__', 'constructor', 'isAdmin2', 'ownerScope']) {
        const input = JSON.parse(`{"${key}": {"x": 1}}`);
        const whole = Object.assign(
          Object.create(null),
          inputFor(operation.name, shapeOf(operation), here.mine),
        );
        Object.defineProperty(whole, key, { value: input[key], enumerable: true });
        expect({
          operation: operation.name,
          key,
          accepted: parseInput(operation.input, whole).ok,
        }).toEqual({
          operation: operation.name,
          key,
          accepted: false,
        });
      }
    }
  });

  it('every valid input of these tests is valid: what is refused above is refused for its reason', () => {
    for (const operation of commands) {
      const parsed = parseInput(operation.input, inputFor(operation.name, shapeOf(operation), here.mine));
      expect({ operation: operation.name, parsed: parsed.ok || parsed.refusals }).toEqual({
        operation: operation.name,
        parsed: true,
      });
    }
  });
});
