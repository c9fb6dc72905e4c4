import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import {
  AuthModelError,
  readAuthModel,
  symbolicAttributes,
  type AuthModel,
} from '@gatehouse/auth-model';
import {
  isJsonObject,
  parseTerraformJson,
  parseTerraformState,
  TerraformJsonError,
  type Json,
  type ResourceGraph,
} from '@gatehouse/terraform-json';

import { hasCode } from '../has-code';
import { UsageError } from '../run-as-command';
import { missingStack } from './missing-stack';

/** Far beyond any stack; a file that goes beyond it is something else. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads the model of a synthesized stack or of a state, with symbols for what only AWS can tell.
 * @param path a `cdk.tf.json`, what `terraform show -json` prints, or the folder it lies in
 * @throws UsageError in one sentence that says what to do
 */
export function readStack(path: string): AuthModel {
  return readNamedStack(path).model;
}

/** The same, with the words for which of the two it was. */
export function readNamedStack(path: string): {
  readonly model: AuthModel;
  readonly words: string;
} {
  return inOneSentence(() => {
    const graph = readGraph(path);
    const kind = graph.kind === 'state' ? 'the state' : 'the synthesized stack';
    return { model: readAuthModel(graph, symbolicAttributes), words: `${kind} ${graph.fileName}` };
  });
}

/** What the model is read from. @throws UsageError in one sentence that says what to do */
export function readGraph(path: string): ResourceGraph {
  const { file, text } = readText(path);
  return inOneSentence(() =>
    isState(text) ? parseTerraformState(text, file) : parseTerraformJson(text, file),
  );
}

function inOneSentence<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TerraformJsonError || error instanceof AuthModelError) {
      throw new UsageError(error.message, { cause: error });
    }
    throw error;
  }
}

/** A state says its format, which no configuration does; what is no JSON is left to the reader's own words. */
function isState(text: string): boolean {
  try {
    const json = JSON.parse(text) as Json;
    return isJsonObject(json) && json.format_version !== undefined;
  } catch {
    return false;
  }
}

function readText(path: string): { readonly file: string; readonly text: string } {
  try {
    const file = statSync(path).isDirectory() ? join(path, 'cdk.tf.json') : path;
    if (statSync(file).size > MAX_BYTES) {
      throw new UsageError(
        `${file} is larger than ${MAX_BYTES / 1024 / 1024} MB: this is no synthesized stack.`,
      );
    }
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (hasCode(error, 'ENOENT')) throw new UsageError(missingStack(path), { cause: error });
    const because = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read (${because}).`, { cause: error });
  }
}
