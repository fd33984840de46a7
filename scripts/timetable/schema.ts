import { z } from 'zod';
import { instanceSchema } from '@/lib/solver/schema';

/** Prints the format of an instance as JSON Schema. */
export async function printSchema(): Promise<number> {
  console.log(JSON.stringify(z.toJSONSchema(instanceSchema, { io: 'input' }), null, 2));
  return 0;
}
