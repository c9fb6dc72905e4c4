import { canCall } from '@gatehouse/auth-model';

import { CAN_HELP, parseCanOptions } from './can/can-options';
import { formatAnswer, requireAnswer, verdictOf } from './can/format-answer';
import { readNamedStack } from './matrix/read-stack';
import { warnWhenStale } from './matrix/warn-when-stale';
import { runAsCommand } from './run-as-command';

/** `npm run can`: may one principal call one path, and why. */
await runAsCommand((argv) => {
  const options = parseCanOptions(argv);
  if (options === 'help') {
    console.log(CAN_HELP);
    return Promise.resolve();
  }
  const { model, words } = readNamedStack(options.stack);
  if (options.isOurs) warnWhenStale(options.stack);
  const answer = canCall(model, options);
  requireAnswer(answer, options);
  const verdict = verdictOf(answer);
  console.log(
    options.json ? JSON.stringify(answer.cells, null, 2) : formatAnswer(answer, options, words),
  );
  process.exitCode = verdict === null ? 2 : verdict ? 0 : 1;
  return Promise.resolve();
});
