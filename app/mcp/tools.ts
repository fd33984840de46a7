import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { OPERATIONS } from '@/app/api/v1/operations';
import { reaches } from '@/app/api/v1/reach';
import { schemaOf } from '@/app/api/v1/schema-of';
import type { Viewer } from '@/lib/core/scope';
import type { Bound } from '@/lib/platform/bound';
import { programScopeOrThrow } from '@/lib/platform/viewer';

/** `programs` are the slugs that it may be asked in. */
export type BoundTool = { name: string; operation: Bound; programs: readonly string[] };

/** What a name of an operation is as a tool: letters and underscores alone, as every client takes it. */
const nameOf = ({ name }: Bound) => name.replaceAll('.', '_');

/**
 * The operations of the API as tools, as far as the viewer may: those that change something only where the token lets an
 * assistant write, those of a program only where there is a program that the viewer may do it in. What takes or gives a file is none.
 */
export function toolsFor(viewer: Viewer, mayWrite: boolean): BoundTool[] {
  const unique = new Map(OPERATIONS.map((operation) => [operation.name, operation]));
  return [...unique.values()].flatMap((operation) => {
    if (operation.takesFile || operation.kind === 'file') return [];
    if (operation.kind === 'command' && !mayWrite) return [];
    if (!reaches(viewer, operation)) return [];
    const programs = operation.inside === 'program' ? programsOf(viewer, operation) : [];
    const isOpen = operation.inside === 'program' ? programs.length > 0 : operation.may(viewer);
    return isOpen ? [{ name: nameOf(operation), operation, programs }] : [];
  });
}

function programsOf(viewer: Viewer, operation: Extract<Bound, { inside: 'program' }>): string[] {
  return viewer.programs
    .map(({ slug }) => slug)
    .filter((slug) => operation.may(programScopeOrThrow(viewer, slug)));
}

/** The tool as its client is told of it. */
export function toolOf({ name, operation, programs }: BoundTool): Tool {
  const { $schema: _, properties = {}, required = [], ...schema } = schemaOf(operation.input, 'input');
  const isChange = operation.kind === 'command';
  return {
    name,
    title: operation.summary,
    description: isChange
      ? `${operation.summary}. Changes data: answers first what it would change, and does it with "confirmed": true.`
      : operation.summary,
    inputSchema: {
      ...schema,
      type: 'object',
      properties: {
        ...(operation.inside === 'program' ? { program: { type: 'string', enum: [...programs] } } : {}),
        ...(properties as Record<string, object>),
        ...(isChange
          ? { confirmed: { type: 'boolean', description: 'The person agreed to this change' } }
          : {}),
      },
      required: [...(operation.inside === 'program' ? ['program'] : []), ...required],
    },
    annotations: { readOnlyHint: !isChange, destructiveHint: isChange, openWorldHint: false },
  };
}
