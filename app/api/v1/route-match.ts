import type { Method, Operation } from '@/lib/core/operation';

export type Match<Op> = { operation: Op; params: Record<string, string> };

/** Finds the operation for a path of segments; fixed words win over `{params}`. Null when nothing matches. */
export function matchOperation<Op extends Operation>(
  operations: readonly Op[],
  method: Method,
  path: readonly string[],
): Match<Op> | null {
  let best: (Match<Op> & { fixed: number }) | null = null;
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const found = matchPath(operation.path, path);
    if (found && (!best || found.fixed > best.fixed))
      best = { operation, params: found.params, fixed: found.fixed };
  }
  return best && { operation: best.operation, params: best.params };
}

/** The methods that a path answers to; empty means there is no such path. */
export function methodsOf(operations: readonly Operation[], path: readonly string[]): Method[] {
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
