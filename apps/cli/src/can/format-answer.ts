import type { CallAnswer, CallQuestion } from '@gatehouse/auth-model';

import { UsageError } from '../run-as-command';

/** @throws UsageError that lists what there is, where the question names what is not there */
export function requireAnswer(answer: CallAnswer, { principal, httpMethod, path }: CallQuestion) {
  if (answer.missing === 'principal')
    throw new UsageError(
      `There is no ${principal} in this stack: ask for ${answer.principals.join(', ')}, or groups joined by "+".`,
    );
  if (answer.missing === 'route')
    throw new UsageError(
      `There is no route for ${httpMethod} ${path} in this stack: it has ${answer.routes.join(', ') || 'none'}.`,
    );
}

/** Several sign-ins or stages that do not agree are no answer. */
export function verdictOf({ cells }: CallAnswer): boolean | null {
  const verdicts = new Set(cells.map(({ allowed }) => allowed));
  return verdicts.size === 1 ? (cells[0]?.allowed ?? null) : null;
}

/** The verdict first, then why, then who can. */
export function formatAnswer(answer: CallAnswer, question: CallQuestion, source: string): string {
  const verdict = verdictOf(answer);
  const word = verdict === null ? 'cannot be told' : verdict ? 'yes' : 'no';
  return [
    `${word}: ${question.principal} ${question.httpMethod} ${question.path}`,
    ...answer.cells.map(({ principal, route, reason }) => `  ${principal}, ${route}: ${reason}`),
    `  who can: ${whoCan(answer)}`,
    `  read from ${source}`,
  ].join('\n');
}

/** Where it cannot be told for somebody, nobody is not said. */
function whoCan({ callers, untold }: CallAnswer): string {
  const open = untold.length > 0 ? [`cannot be told for ${untold.join(', ')}`] : [];
  const sure = callers.length > 0 ? [callers.join(', ')] : [];
  return [...sure, ...open].join('; ') || 'nobody';
}
