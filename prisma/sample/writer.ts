import type { Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { actAs, actIn } from '@/lib/platform/acting';
import type { Call } from '@/lib/platform/command';
import { speakFor, type Tx } from '@/lib/platform/database';

type ProgramRun<Value> = {
  within: (tx: Tx, scope: ProgramScope, input: unknown, call?: Call) => Promise<Result<Value>>;
  name: string;
};

/** One thing that somebody did at a time; written in the order of time. */
export type Step = { at: Date; write: (writer: SampleWriter) => Promise<unknown> };

/**
 * Writes a sample program through the same commands as everybody uses, each by the person who did it and at the time
 * they did it. Whoever's turn it is speaks for the transaction, so that the walls stand here too.
 */
export class SampleWriter {
  readonly tx: Tx;
  readonly slug: string;
  now: Date;
  private speaker = '';
  private readonly scopes = new Map<string, ProgramScope>();

  constructor(tx: Tx, slug: string, now: Date) {
    this.tx = tx;
    this.slug = slug;
    this.now = now;
  }

  async scopeOf(email: string): Promise<ProgramScope> {
    const known = this.scopes.get(email);
    if (known) return known;
    const scope = actIn(await actAs(this.tx, email, 'sample'), this.slug);
    // Looking a person up changes whom the transaction speaks for.
    this.speaker = '';
    this.scopes.set(email, scope);
    return scope;
  }

  /** Runs a command as this person; a refusal is a mistake in the sample and ends the seed. */
  async as<Value>(email: string, command: ProgramRun<Value>, input: unknown): Promise<Value> {
    const scope = await this.speakAs(email);
    const result = await command.within(this.tx, scope, input, { now: this.now });
    if (!result.ok) {
      throw new Error(
        `${command.name} was refused: ${JSON.stringify(result.refusals)} for ${JSON.stringify(input)}`,
      );
    }
    return result.value;
  }

  private async speakAs(email: string): Promise<ProgramScope> {
    const scope = await this.scopeOf(email);
    if (this.speaker !== email) {
      await speakFor(this.tx, scope);
      this.speaker = email;
    }
    return scope;
  }

  /** Writes all steps in the order of their times; equal times in the order given. */
  async writeAll(steps: readonly Step[]): Promise<void> {
    const inOrder = steps
      .map((step, index) => ({ step, index }))
      .sort((a, b) => a.step.at.getTime() - b.step.at.getTime() || a.index - b.index);
    for (const { step } of inOrder) {
      this.now = step.at;
      await step.write(this);
    }
  }

  /** The pair's version as this person reads it, for a command that wants it. */
  async versionOf(email: string, pairId: string): Promise<number> {
    const { programId } = await this.speakAs(email);
    const where = { programId_id: { programId, id: pairId } };
    return (await this.tx.pair.findUniqueOrThrow({ where, select: { version: true } })).version;
  }
}
