import type { Method } from '@/lib/core/operation';
import type { Bound } from '@/lib/platform/bound';

export type Match = { operation: Bound; params: Record<string, string> };

/** Finds the operation for a path of segments; fixed words win over `{params}`. Null when nothing matches. */
export function matchOperation(
  operations: readonly Bound[],
  method: Method,
  path: readonly string[],
): Match | null {
  let best: (Match & { fixed: number }) | null = null;
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const found = matchPath(operation.path, path);
    if (found && (!best || found.fixed > best.fixed))
      best = { operation, params: found.params, fixed: found.fixed };
  }
  return best && { operation: best.operation, params: best.params };
}

/** The methods that a path answers to; empty means there is no such path. */
export function methodsOf(operations: readonly Bound[], path: readonly string[]): Method[] {
  return [
    ...new Set(operations.filter((operation) => matchPath(operation.path, path)).map(({ method }) => method)),
  ];
}

function matchPath(
  pattern: string,
  path: readonly string[],
): { params: Record<string, string>; fixed: number } | null {
  const parts = pattern.split('/').slice(1);
  if (parts.length !== path.length) return null;
  const params: Record<string, string> = {};
  let fixed = 0;
  for (const [index, part] of parts.entries()) {
    const value = path[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = value;
    else if (part === value) fixed += 1;
    else return null;
  }
  return { params, fixed };
}
