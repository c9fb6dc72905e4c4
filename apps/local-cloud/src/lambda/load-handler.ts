import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { RuntimeError } from './runtime-error';
import type { WorkerFunction } from './worker-messages';

export type Callback = (error: unknown, result?: unknown) => void;
export type Handler = (event: unknown, context: object, callback?: Callback) => unknown;

/**
 * Finds and loads a handler by Lambda's rules: `folder/module.path.to.export`, the module `.js`, `.mjs` or `.cjs`.
 * @throws RuntimeError with AWS's own names, or whatever the module itself throws.
 */
export async function loadHandler(fn: WorkerFunction): Promise<Handler> {
  const [moduleName, exportPath] = splitHandler(fn.handler);
  let found = await loadModule(fn.moduleFile ?? findModule(fn, moduleName), fn.taskFolder);
  for (const name of exportPath.split('.')) found = isObject(found) ? found[name] : undefined;
  if (found === undefined || found === null) {
    throw new RuntimeError('HandlerNotFound', `${fn.handler} is undefined or not exported`);
  }
  if (!isHandler(found)) {
    throw new RuntimeError('HandlerNotFound', `${fn.handler} is not a function`);
  }
  if (!fn.allowsCallbacks && found.length >= 3) throw new RuntimeError(...CALLBACKS_ARE_GONE);
  return found;
}

const CALLBACKS_ARE_GONE = [
  'CallbackHandlerDeprecated',
  'AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later.',
] as const;

function splitHandler(handler: string): [moduleName: string, exportPath: string] {
  if (handler.includes('..')) {
    throw new RuntimeError(
      'MalformedHandlerName',
      `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    );
  }
  const name = basename(handler);
  const dot = name.indexOf('.');
  if (dot < 0) throw new RuntimeError('MalformedHandlerName', 'Bad handler');
  return [join(dirname(handler), name.slice(0, dot)), name.slice(dot + 1)];
}

function findModule({ taskFolder }: WorkerFunction, moduleName: string): string {
  const path = resolve(taskFolder, moduleName);
  const file = ['', '.js', '.mjs', '.cjs'].map((extension) => path + extension).find(isFile);
  if (file === undefined) {
    throw new RuntimeError('ImportModuleError', `Error: Cannot find module '${moduleName}'`);
  }
  return file;
}

async function loadModule(file: string, taskFolder: string): Promise<unknown> {
  try {
    if (!isEsModule(file, taskFolder)) return createRequire(file)(file);
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeError('UserCodeSyntaxError', String(error));
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      throw new RuntimeError('ImportModuleError', String(error));
    }
    throw error;
  }
}

function isEsModule(file: string, taskFolder: string): boolean {
  const extension = extname(file);
  if (extension === '.mjs') return true;
  const manifest = join(taskFolder, 'package.json');
  if (extension !== '.js' || !isFile(manifest)) return false;
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return isObject(parsed) && parsed.type === 'module';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
