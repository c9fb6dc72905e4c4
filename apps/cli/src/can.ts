import { canCall } from '@gatehouse/auth-model';

import { answerByStage } from './can/answer-by-stage';
import { CAN_HELP, parseCanOptions } from './can/can-options';
import { formatAnswer, formatStages, requireAnswer } from './can/format-answer';
import { verdictOf } from './can/verdict';
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
  if (options.json) console.log(JSON.stringify(answer.cells, null, 2));
  else {
    const stages = answerByStage(model, options, answer);
    console.log(
      stages === undefined
        ? formatAnswer(answer, options, words)
        : formatStages(stages, options, words),
    );
  }
  process.exitCode = verdict === null ? 2 : verdict ? 0 : 1;
  return Promise.resolve();
});
