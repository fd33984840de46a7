export type FaultCode =
  | 'wrong_length'
  | 'index_out_of_range'
  | 'duplicate_request'
  | 'days_out_of_order'
  | 'must_without_wish'
  | 'must_with_no_thanks'
  | 'lock_contradiction';

/** An instance that makes no sense: one sentence that says where, with indices as they stand in the file. */
export class InstanceFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'InstanceFault';
  }
}

export function requireLength(name: string, found: number, wanted: number): void {
  if (found === wanted) return;
  throw new InstanceFault('wrong_length', `${name} has ${found} entries where ${wanted} are wanted.`);
}

export function requireIndex(name: string, index: number, count: number): void {
  if (index < count) return;
  throw new InstanceFault(
    'index_out_of_range',
    `${name} is ${index}, but they are numbered 0 to ${count - 1}.`,
  );
}
