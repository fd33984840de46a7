import { createHash } from 'node:crypto';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The ids of a program that is read from an archive: each id of the archive stands for one that nobody knew before, wherever it
 * turns up, in a reference, in the detail of a log or in the address of a saved view. What is no id of the archive stays.
 */
export class NewIds {
  private readonly known = new Map<string, string>();
  private readonly salt: string;

  constructor(programId: string) {
    this.salt = programId;
  }

  add(id: string): void {
    this.known.set(id, freshId(this.salt, id));
  }

  /** Of a person or a file: who or what it is here is known already. */
  put(id: string, here: string): void {
    this.known.set(id, here);
  }

  of(id: string): string | undefined {
    return this.known.get(id);
  }

  /** A row, as JSON, with its ids replaced. All else stays as it is written, so that no figure passes through a number of ours. */
  replaceIn(text: string): string {
    return text.replace(UUID, (id) => this.known.get(id) ?? id);
  }
}

/** A UUID that follows from both. One that sorts by time (version 7) keeps its time, and what was made first still comes first. */
function freshId(salt: string, id: string): string {
  const hash = createHash('sha256').update(`${salt} ${id}`).digest('hex');
  const start =
    id[14] === '7' ? id.slice(0, 18) : `${hash.slice(16, 24)}-${hash.slice(24, 28)}-8${hash.slice(28, 31)}`;
  return `${start}-a${hash.slice(0, 3)}-${hash.slice(3, 15)}`;
}
