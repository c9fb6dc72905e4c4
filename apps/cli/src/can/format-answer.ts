import type { CallAnswer, CallQuestion } from '@gatehouse/auth-model';

import { UsageError } from '../run-as-command';
import type { StageAnswer } from './answer-by-stage';
import { verdictWord } from './verdict';

/** @throws UsageError that lists what there is, where the question names what is not there */
export function requireAnswer(
  answer: CallAnswer,
  { principal, httpMethod, path, stage }: CallQuestion,
): void {
  if (answer.missing === 'principal')
    throw new UsageError(
      `There is no ${principal} in this stack: ask for ${answer.principals.join(', ')}, or groups joined by "+". A stack knows groups and no accounts: ask for the groups that an account is in, or for member where it is in none.`,
    );
  if (answer.missing === 'stage')
    throw new UsageError(
      `There is no stage ${String(stage)} in this stack: it has ${answer.stages.join(', ') || 'none'}.`,
    );
  if (answer.missing === 'route')
    throw new UsageError(
      `There is no route for ${httpMethod} ${path} ${stage === undefined ? 'in this stack' : `on the stage ${stage}`}: it has ${answer.routes.join(', ') || 'none'}.`,
    );
}

/** The verdict first, then why, then who can. */
export function formatAnswer(answer: CallAnswer, question: CallQuestion, source: string): string {
  return [
    `${verdictWord(answer)}: ${words(question)}`,
    ...answer.cells.map(({ principal, route, reason }) => `  ${principal}, ${route}: ${reason}`),
    `  who can: ${whoCan(answer)}`,
    `  read from ${source}`,
  ].join('\n');
}

/** Each stage's answer on a line of its own, and how to ask about one. */
export function formatStages(
  stages: readonly StageAnswer[],
  question: CallQuestion,
  source: string,
): string {
  return [
    `it depends on the stage: ${words(question)}`,
    ...stages.map(({ stage, answer }) => {
      const reasons = [...new Set(answer.cells.map(({ reason }) => reason))].join('; ');
      return `  ${stage}: ${verdictWord(answer)}: ${reasons} (who can: ${whoCan(answer)})`;
    }),
    `  To ask about one of them: --stage ${stages[0]?.stage ?? ''}`,
    `  read from ${source}`,
  ].join('\n');
}

function words({ principal, httpMethod, path }: CallQuestion): string {
  return `${principal} ${httpMethod} ${path}`;
}

/** Where it cannot be told for somebody, nobody is not said. */
function whoCan({ callers, untold }: CallAnswer): string {
  const open = untold.length > 0 ? [`cannot be told for ${untold.join(', ')}`] : [];
  const sure = callers.length > 0 ? [callers.join(', ')] : [];
  return [...sure, ...open].join('; ') || 'nobody';
}
