/** Registered once for the process: a built server may hold this module more than once. */
const IS_UPLOAD = Symbol.for('roundtable.upload');

/**
 * A file that came with a request, as the server holds it: at `path` until the request has its answer, `size` in bytes,
 * `sha256` in hex. `name` is what the sender calls it, and is no path.
 */
export class Upload {
  readonly [IS_UPLOAD] = true;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly path: string;

  constructor({ name, size, sha256, path }: Pick<Upload, 'name' | 'size' | 'sha256' | 'path'>) {
    this.name = name;
    this.size = size;
    this.sha256 = sha256;
    this.path = path;
  }

  /** What stands for it where two requests are compared: the same file again is the same question. */
  toJSON() {
    return { name: this.name, size: this.size, sha256: this.sha256 };
  }
}

/** True of what the server received as a file; nothing that came as JSON can be one. */
export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && IS_UPLOAD in value;
}
