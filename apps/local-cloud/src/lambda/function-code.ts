import { join } from 'node:path';

import type { LambdaFunction } from '@gatehouse/auth-model';

import { BootError } from '../boot-error';
import type { Log } from '../log';
import { readFunctionPackage } from './function-package';
import { RebuiltFile } from './rebuilt-file';
import type { TaskFolders } from './task-folders';

const LOOK_EVERY_MS = 20;

/** The unpacked package of one function. Each version has a folder of its own: what still runs keeps the files that it was loaded from. */
export class FunctionCode {
  readonly #zip: RebuiltFile;
  #folder: string;
  #lookedAt = 0;

  /** @throws BootError when the package cannot be used */
  constructor(
    private readonly fn: LambdaFunction,
    private readonly folders: TaskFolders,
    private readonly stackFolder: string,
    private readonly log: Log,
  ) {
    this.#zip = new RebuiltFile(join(stackFolder, fn.filename));
    this.#folder = this.#unpack();
  }

  /** The function's `/var/task`. */
  get folder(): string {
    return this.#folder;
  }

  /**
   * Unpacks the package anew if it is another on disk. One that cannot be used (it is half written, say) is told of, and not taken.
   * @param isBusy calls are under way: then one look serves all of a moment, as a thousand a second cost more than some calls
   */
  refresh(isBusy: boolean): boolean {
    const now = performance.now();
    if (isBusy && now - this.#lookedAt < LOOK_EVERY_MS) return false;
    this.#lookedAt = now;
    if (!this.#zip.hasChanged()) return false;
    try {
      this.#folder = this.#unpack();
      return true;
    } catch (error) {
      if (!(error instanceof BootError)) throw error;
      this.log(`${error.message} The function goes on as it was before.`);
      return false;
    }
  }

  #unpack(): string {
    const { address, filename } = this.fn;
    const files = readFunctionPackage(this.fn, this.stackFolder);
    try {
      return this.folders.unpack(files);
    } catch (cause) {
      throw new BootError(
        'ERR_LAMBDA_PACKAGE_REFUSED',
        `The package ${filename} of ${address} cannot be unpacked here: ${String(cause)}.`,
        { cause },
      );
    }
  }
}
