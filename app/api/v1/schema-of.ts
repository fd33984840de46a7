import { z } from 'zod';

export type Schema = { properties?: Record<string, object>; required?: string[]; [key: string]: unknown };

/** Keys that are words of a list become named fields, so that a reader and a generated client know each of them. */
function nameKeys(schema: Schema): void {
  const names = (schema.propertyNames as { enum?: string[] } | undefined)?.enum;
  const each = schema.additionalProperties;
  if (!names || typeof each !== 'object' || each === null) return;
  schema.properties = Object.fromEntries(names.map((name) => [name, each]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}

/** JSON Schema of what is sent or answered. */
export function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => nameKeys(jsonSchema as Schema),
  }) as Schema;
}
