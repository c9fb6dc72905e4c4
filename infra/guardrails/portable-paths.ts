import { isAbsolute } from 'node:path';

import { asRecord, type StackJson } from './stack-json';

/** No path of this machine: the same program gives the same bytes in any folder. */
export function portablePaths(stack: StackJson): readonly string[] {
  return [...filesOf(stack), ...stateOf(stack)].flatMap(({ at, file, below }) => {
    if (isAbsolute(file)) return [`${at}: "${file}" is a path of this machine`];
    return file.startsWith(below) ? [] : [`${at}: "${file}" is not below ${below}`];
  });
}

interface NamedFile {
  readonly at: string;
  readonly file: string;
  readonly below: string;
}

function filesOf(stack: StackJson): readonly NamedFile[] {
  return stack.resources.flatMap(({ address, body }) =>
    ['filename', 'source'].flatMap((field) => {
      const file = body[field];
      return typeof file === 'string'
        ? [{ at: `${address}.${field}`, file, below: 'assets/' }]
        : [];
    }),
  );
}

function stateOf(stack: StackJson): readonly NamedFile[] {
  const { backend } = asRecord(stack.json.terraform);
  const { path } = asRecord(asRecord(backend).local);
  const file = typeof path === 'string' ? path : '';
  return [{ at: 'terraform.backend.local.path', file, below: '../../../.state/' }];
}
