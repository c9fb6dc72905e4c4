import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** One object that Terraform has applied. */
export interface AppliedObject {
  /** `aws_iam_role`. */
  readonly type: string;
  /** Unique within the type: as Terraform keeps it, below the value of `within` where there is one. */
  readonly id: string;
  /** The argument that names what the object belongs to, where Terraform's id is unique only there: `function_name`. */
  readonly within?: string;
  /** Arguments and attributes, as in Terraform's state. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where the content of the file it names is kept, relative to the store's folder. */
  readonly content?: string;
}

/**
 * What Terraform applied, one file per object: the stand-in provider writes it, the local cloud serves it. Every object is written
 * whole or not at all (a rename), and none needs a lock, so that a process that is killed leaves nothing to be mended.
 *
 * `objects/<type>/<hash of id>.json` · `content/<sha256>` · `retired/<id>`: ids that were given once · `generation`: changes with each write
 */
export interface AppliedStore {
  readonly folder: string;
  /** In the order of type and id. */
  list(): readonly AppliedObject[];
  find(type: string, id: string): AppliedObject | undefined;
  ofType(type: string): readonly AppliedObject[];
  /** @returns false where there is one already */
  add(object: AppliedObject): boolean;
  replace(object: AppliedObject): void;
  remove(type: string, id: string): void;
  /** Keeps a copy of a file; @returns its path relative to the store's folder */
  keepContent(file: string): string;
  /** Marks an id as given. @returns false where it was given before */
  claimId(id: string): boolean;
  /** Changes with every write; undefined in a store that nothing was ever applied to. */
  generation(): string | undefined;
}

/** Opens a store; its folder is made with the first write. */
export function openAppliedStore(folder: string): AppliedStore {
  const objects = join(folder, 'objects');
  const fileOf = (type: string, id: string): string => join(objects, type, `${sha256(id)}.json`);
  const wrote = (): void => {
    overwrite(join(folder, 'generation'), randomBytes(8).toString('hex'));
  };
  const ofType = (type: string): readonly AppliedObject[] =>
    filesIn(join(objects, type))
      .map((name) => readObject(join(objects, type, name)))
      .filter((object) => object !== undefined)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    folder,
    list: () => namesIn(objects).flatMap(ofType),
    ofType,
    find: (type, id) => readObject(fileOf(type, id)),
    add(object) {
      const added = addWhole(fileOf(object.type, object.id), toText(object));
      if (added) wrote();
      return added;
    },
    replace(object) {
      writeWhole(fileOf(object.type, object.id), toText(object));
      wrote();
    },
    remove(type, id) {
      rmSync(fileOf(type, id), { force: true });
      wrote();
    },
    keepContent(file) {
      const name = join('content', sha256(readFileSync(file)));
      const kept = join(folder, name);
      if (!existsSync(kept)) {
        mkdirSync(join(folder, 'content'), { recursive: true, mode: 0o700 });
        const temporary = temporaryBeside(kept);
        copyFileSync(file, temporary);
        renameSync(temporary, kept);
      }
      return name;
    },
    claimId: (id) => addWhole(join(folder, 'retired', sha256(id)), id),
    generation: () => readText(join(folder, 'generation')),
  };
}

const TEMPORARY = '.writing-';

function temporaryBeside(file: string): string {
  return join(file, '..', `${TEMPORARY}${randomBytes(8).toString('hex')}`);
}

/** Keys and tokens are in here: only the owner may read it. */
function writeTemporary(file: string, text: string): string {
  const temporary = temporaryBeside(file);
  makingFolder(file, () => {
    writeFileSync(temporary, text, { mode: 0o600 });
  });
  return temporary;
}

/** The folder is there, but for the first time. */
function makingFolder<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    return write();
  }
}

function writeWhole(file: string, text: string): void {
  renameSync(writeTemporary(file, text), file);
}

/**
 * Of a length that never changes. A rename over a file makes ext4 write it out at once, milliseconds for each object; and half of a new
 * text is no text that was there before, which is all that is asked of it.
 */
function overwrite(file: string, text: string): void {
  const open = makingFolder(file, () =>
    openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o600),
  );
  try {
    writeSync(open, text, 0);
  } finally {
    closeSync(open);
  }
}

/** A link fails where there is a file already, which a rename would replace. @returns whether it was added */
function addWhole(file: string, text: string): boolean {
  const temporary = writeTemporary(file, text);
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function readObject(file: string): AppliedObject | undefined {
  const text = readText(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as AppliedObject;
  } catch (cause) {
    throw new Error(
      `${file} is not a whole object. Somebody has edited it: mend it, or take the store away and apply again.`,
      { cause },
    );
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function filesIn(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => !name.startsWith(TEMPORARY));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function toText(object: AppliedObject): string {
  return `${JSON.stringify(object, undefined, 2)}\n`;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
