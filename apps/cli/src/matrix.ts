import { accessMatrix, diffMatrix } from '@gatehouse/auth-model';

import { formatChanges } from './matrix/format-changes';
import { formatMatrix } from './matrix/format-matrix';
import { marksFor, type Marks } from './matrix/marks';
import { MATRIX_HELP, parseMatrixOptions, type MatrixOptions } from './matrix/matrix-options';
import { readNamedStack, readStack } from './matrix/read-stack';
import { warnWhenStale } from './matrix/warn-when-stale';
import { runAsCommand } from './run-as-command';

/** `npm run matrix`: who can call what in a synthesized stack, or what changes between two. */
await runAsCommand((argv) => {
  const options = parseMatrixOptions(argv);
  const marks = marksFor(process.stdout, process.env);
  if (options.kind === 'help') console.log(MATRIX_HELP);
  else if (options.kind === 'print') print(options, marks);
  else compare(options, marks);
  return Promise.resolve();
});

function print(
  { stack, isOurs, json }: Extract<MatrixOptions, { kind: 'print' }>,
  marks: Marks,
): void {
  const { model, words } = readNamedStack(stack);
  if (isOurs) warnWhenStale(stack);
  const matrix = accessMatrix(model);
  const title = `Who can call what in ${words}`;
  console.log(
    json
      ? JSON.stringify(matrix.cells, null, 2)
      : formatMatrix(matrix, model, title, marks, process.stdout.columns),
  );
}

function compare(options: Extract<MatrixOptions, { kind: 'compare' }>, marks: Marks): void {
  const [base, head] = [readStack(options.base), readStack(options.head)];
  const changes = diffMatrix(accessMatrix(base, [head]), accessMatrix(head, [base]));
  console.log(options.json ? JSON.stringify(changes, null, 2) : formatChanges(changes, marks));
  if (options.exitCode && changes.length > 0) process.exitCode = 1;
}
