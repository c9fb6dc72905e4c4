import { readFileSync, statSync } from 'node:fs';

import type { LambdaFunction } from '@gatehouse/auth-model';
import { unzipSync, type UnzipFileInfo } from 'fflate';

import { BootError } from '../boot-error';
import { pathInFolder } from '../boot/path-in-folder';

const MB = 1024 * 1024;

/** Source: AWS Lambda Developer Guide, "Lambda quotas", deployment package size; AWS sets no limit to the number of files. */
export const PACKAGE_LIMITS = { zippedBytes: 50 * MB, unzippedBytes: 250 * MB, files: 20_000 };

export type PackageLimits = typeof PACKAGE_LIMITS;

type Package = Pick<LambdaFunction, 'address' | 'filename'>;

/** Name inside the zip, with forward slashes → content. Folders end in `/` and have none. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/**
 * Reads a function's zip out of the stack folder. Sizes and names are judged by the directory of the zip, before anything is inflated.
 * @throws BootError when it is missing, lies outside the folder, is no zip, is too large, or would write outside its own folder
 */
export function readFunctionPackage(
  fn: Package,
  stackFolder: string,
  limits: PackageLimits = PACKAGE_LIMITS,
): PackageFiles {
  const zip = readZip(fn, stackFolder, limits);
  const refuse = (why: string): never => {
    throw new BootError('ERR_LAMBDA_PACKAGE_REFUSED', `${packageOf(fn)} ${why}.`);
  };
  const sizes = new Map<string, number>();
  let unzippedBytes = 0;
  const inspect = ({ name, originalSize }: UnzipFileInfo): void => {
    if (!isSafeName(name)) {
      refuse(`holds the entry ${JSON.stringify(name)}, which would be written outside its folder`);
    }
    sizes.set(name, originalSize);
    unzippedBytes += originalSize;
    if (unzippedBytes > limits.unzippedBytes) {
      refuse(`unpacks to more than ${limits.unzippedBytes / MB} MB, which AWS refuses`);
    }
    if (sizes.size > limits.files) refuse(`holds more than ${limits.files} files`);
  };
  // Twice, so that a zip is refused as a whole before its first entry is inflated.
  unzip(fn, zip, (entry) => {
    inspect(entry);
    return false;
  });
  const files = unzip(fn, zip, () => true);
  for (const [name, size] of sizes) if (files[name]?.length !== size) throw corrupt(fn);
  return files;
}

function unzip(
  fn: Package,
  zip: Uint8Array,
  filter: (entry: UnzipFileInfo) => boolean,
): PackageFiles {
  try {
    return unzipSync(zip, { filter });
  } catch (cause) {
    if (cause instanceof BootError) throw cause;
    throw corrupt(fn, cause);
  }
}

function corrupt(fn: Package, cause?: unknown): BootError {
  return new BootError(
    'ERR_LAMBDA_PACKAGE_CORRUPT',
    `${packageOf(fn)} cannot be unpacked: it is no zip, or damaged; synthesize the stack again.`,
    { cause },
  );
}

function readZip(fn: Package, stackFolder: string, limits: PackageLimits): Uint8Array {
  const found = pathInFolder(stackFolder, fn.filename);
  if (found.kind === 'outside') {
    throw new BootError(
      'ERR_LAMBDA_PACKAGE_OUTSIDE',
      `${packageOf(fn)} lies outside the stack folder; a stack may only name files inside its own folder.`,
    );
  }
  if (found.kind === 'missing' || !statSync(found.path).isFile()) {
    throw new BootError(
      'ERR_LAMBDA_PACKAGE_MISSING',
      `${packageOf(fn)} is not in the stack folder ${stackFolder}; synthesize the stack again.`,
    );
  }
  if (statSync(found.path).size > limits.zippedBytes) {
    throw new BootError(
      'ERR_LAMBDA_PACKAGE_REFUSED',
      `${packageOf(fn)} is larger than ${limits.zippedBytes / MB} MB, which AWS refuses.`,
    );
  }
  return readFileSync(found.path);
}

/** Relative, without `..`, backslash, drive or NUL; and not the one name that is no name in JavaScript. */
function isSafeName(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  return (
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && part !== '__proto__') &&
    // A NUL would end the name for the operating system.
    !/[\\\0]|^[A-Za-z]:/.test(name)
  );
}

function packageOf({ address, filename }: Package): string {
  return `The package ${filename} of ${address}`;
}
