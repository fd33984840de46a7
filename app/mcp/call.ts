import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { type AppError, isAppError } from '@/lib/core/errors';
import type { Refusal, Result } from '@/lib/core/result';
import type { ProgramScope, Viewer } from '@/lib/core/scope';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { explainRefusals, explainWait } from '@/lib/platform/explain';
import { parseInput } from '@/lib/platform/input';
import { InvalidInput } from '@/lib/platform/query';
import { programScopeOrThrow } from '@/lib/platform/viewer';
import { labelOf } from './label';
import { namesIn } from './names';
import { rowsBehind } from './rows';
import { type BoundTool, toolsFor } from './tools';

type Given = Record<string, unknown>;

/**
 * Runs one tool in the name of the viewer. A tool that the viewer does not have is answered as one that there is not. A change
 * is made once it is confirmed; until then the answer names what it would change, and nothing is written.
 */
export async function callTool(
  viewer: Viewer,
  mayWrite: boolean,
  name: string,
  given: Given,
): Promise<CallToolResult> {
  const found = toolsFor(viewer, mayWrite).find((tool) => tool.name === name);
  if (!found) return failure(`There is no tool ${name} for this token.`);
  try {
    return await run(viewer, found, given);
  } catch (error) {
    if (error instanceof InvalidInput) return refused(found, error.refusals, viewer);
    if (isAppError(error)) return failure(sentenceOf(error, viewer));
    throw error;
  }
}

async function run(viewer: Viewer, found: BoundTool, given: Given): Promise<CallToolResult> {
  const { operation } = found;
  const { program, confirmed, ...input } = given;
  const slug = z.string().safeParse(program).data ?? '';
  const scope = operation.inside === 'program' ? programScopeOrThrow(viewer, slug) : null;
  const actor = scope ?? viewer;
  if (operation.kind === 'command') return change(found, { viewer, scope, input, confirmed });
  const answer = await (operation as (actor: unknown, input: unknown) => Promise<unknown>)(actor, input);
  return success({
    label: labelOf({ viewer, scope, input, answer }),
    answer,
    rows: rowsBehind(operation, slug, input, answer),
  });
}

type Wanted = { viewer: Viewer; scope: ProgramScope | null; input: Given; confirmed: unknown };

async function change(
  found: BoundTool,
  { viewer, scope, input, confirmed }: Wanted,
): Promise<CallToolResult> {
  const { operation } = found;
  const parsed = parseInput(operation.input, input);
  if (!parsed.ok) return refused(found, parsed.refusals, viewer);
  const changes = {
    operation: operation.name,
    what: operation.summary,
    ...(scope ? { program: scope.program.slug } : {}),
    records: scope ? await namesIn(scope, input) : [],
    values: input,
  };
  if (confirmed !== true) {
    const next =
      'Nothing has changed. Show this to the person; when they agree, call again with "confirmed": true.';
    return success({ label: labelOf({ viewer, scope, input, answer: null }), wouldChange: changes, next });
  }
  const result = await (operation as (actor: unknown, input: unknown) => Promise<Result<unknown>>)(
    scope ?? viewer,
    input,
  );
  if (!result.ok) return refused(found, result.refusals, viewer);
  return success({
    label: labelOf({ viewer, scope, input, answer: null }),
    changed: changes,
    answer: result.value ?? {},
  });
}

function success(structuredContent: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
}

function failure(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}

function refused({ operation }: BoundTool, refusals: readonly Refusal[], { locale }: Viewer): CallToolResult {
  const lines = explainRefusals(operation.name, refusals, locale).map(
    ({ field, reason, message }) => `${field.join('.') || operation.name}: ${message} (${reason})`,
  );
  return failure(lines.join('\n'));
}

function sentenceOf(error: AppError, { locale }: Viewer): string {
  const words = CATALOGUE[locale].error[error.code];
  return [words.title, explainWait(error, locale)?.message ?? words.next].join(' ');
}
