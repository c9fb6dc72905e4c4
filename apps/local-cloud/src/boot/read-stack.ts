import { basename, join } from 'node:path';

import { openAppliedStore } from '@gatehouse/applied-store';
import {
  parseTerraformJson,
  parseTerraformState,
  TerraformJsonError,
  type ResourceGraph,
} from '@gatehouse/terraform-json';

import { BootError } from '../boot-error';
import { appliedGraph } from './applied-graph';
import { missingStack } from './missing-stack';
import { readBounded } from './read-bounded';
import type { StackSource } from './stack-source';

/** What is played, read but not understood yet. */
export interface Stack {
  readonly kind: StackSource['kind'];
  /** `gatehouse-dev as applied`, for people. */
  readonly words: string;
  /** File or folder. */
  readonly from: string;
  readonly graph: ResourceGraph;
  /** Holds the files that the resources name. */
  readonly assetsDir: string;
}

/** @throws BootError with one sentence when it is missing, too large, or not what it should be */
export function readStack(source: StackSource): Stack {
  try {
    return readSource(source);
  } catch (cause) {
    if (cause instanceof BootError) throw cause;
    if (cause instanceof TerraformJsonError) {
      throw new BootError(cause.code, cause.message, { cause });
    }
    throw unreadable(source, cause);
  }
}

function readSource(source: StackSource): Stack {
  switch (source.kind) {
    case 'synthesized':
      return readSynthesized(source.stackDir);
    case 'state':
      return readState(source.file, source.assetsDir);
    case 'applied':
      return requireApplied(source.storeDir);
  }
}

function readSynthesized(stackDir: string): Stack {
  const file = join(stackDir, 'cdk.tf.json');
  const text = readBounded(file, () => missingStack(stackDir), 'Is it a cdktf stack?');
  return {
    kind: 'synthesized',
    words: `${basename(stackDir)} as synthesized`,
    from: file,
    graph: parseTerraformJson(text, file),
    assetsDir: stackDir,
  };
}

function readState(file: string, assetsDir: string): Stack {
  const missing = (): string =>
    `There is no file ${file}. Make it with: terraform show -json > state.json`;
  const text = readBounded(file, missing, 'Is it the state of one stack?');
  const graph = parseTerraformState(text, file);
  return { kind: 'state', words: `the state ${basename(file)}`, from: file, graph, assetsDir };
}

function requireApplied(storeDir: string): Stack {
  const stack = readApplied(storeDir);
  if (stack !== undefined) return stack;
  throw new BootError(
    'ERR_NOTHING_APPLIED',
    `Nothing is applied in ${storeDir}. Run npm run deploy:local first, or start without --applied to play the synthesized stack.`,
  );
}

/** @returns undefined where nothing is applied; @throws when it cannot be read */
export function readApplied(storeDir: string): Stack | undefined {
  const objects = openAppliedStore(storeDir).list();
  if (objects.length === 0) return undefined;
  const name = basename(storeDir);
  const graph = appliedGraph(objects, { fileName: `${name} as applied`, stackName: name });
  return {
    kind: 'applied',
    words: `${name} as applied`,
    from: storeDir,
    graph,
    assetsDir: storeDir,
  };
}

function unreadable(source: StackSource, cause: unknown): BootError {
  const because = cause instanceof Error ? cause.message : String(cause);
  const { what, todo } = UNREADABLE[source.kind];
  return new BootError('ERR_STACK_UNREADABLE', `${what} cannot be read (${because}). ${todo}`, {
    cause,
  });
}

const UNREADABLE = {
  synthesized: {
    what: 'The synthesized stack',
    todo: 'Name another folder with --stack, or run npm run build for the stacks of this project.',
  },
  state: { what: 'The state', todo: 'Make it again with: terraform show -json > state.json' },
  applied: { what: 'What is applied', todo: 'Run npm run deploy:local.' },
} as const satisfies Readonly<Record<StackSource['kind'], unknown>>;
