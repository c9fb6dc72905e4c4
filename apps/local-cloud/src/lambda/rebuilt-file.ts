import { statSync } from 'node:fs';

const MISSING = 'missing';

/**
 * A module or a package that is rebuilt while the local cloud runs. Looked at before each invocation rather than watched: nothing to
 * stop, and no moment in which an old one still answers.
 */
export class RebuiltFile {
  #version: string;

  constructor(private readonly path: string) {
    this.#version = this.#read();
  }

  /** Whether it is another than when last asked. One that is gone is being built just now: the last good one goes on. */
  hasChanged(): boolean {
    const now = this.#read();
    if (now === MISSING || now === this.#version) return false;
    this.#version = now;
    return true;
  }

  #read(): string {
    const stat = statSync(this.path, { throwIfNoEntry: false });
    return stat === undefined ? MISSING : [stat.mtimeMs, stat.size, stat.ino].join();
  }
}
