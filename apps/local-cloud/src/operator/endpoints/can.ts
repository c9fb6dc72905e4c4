import { canCall, type CallAnswer, type CallQuestion } from '@gatehouse/auth-model';

import type { CanAnswer } from '../answers';
import { OperatorRefusal, type OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';
import { clientNames } from './client-names';

const MAX_LENGTH = 2048;

export function canEndpoint({ played }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/can',
    summary:
      'whether somebody can call a path, and why: ?principal=admin&method=GET&path=/vip, and &stage=<of several>',
    answer: ({ query }): CanAnswer => {
      const model = played()?.model;
      if (model === undefined)
        throw new OperatorRefusal(409, 'Nothing is applied: nobody can call anything.');
      const principal = queryOf(query, 'principal');
      const httpMethod = queryOf(query, 'method').toUpperCase();
      const path = queryOf(query, 'path');
      if (!path.startsWith('/'))
        throw new OperatorRefusal(400, `"path" must begin with a slash: /${path}`);
      const stage = query.has('stage') ? queryOf(query, 'stage') : undefined;
      const asked = { principal, httpMethod, path, ...(stage !== undefined && { stage }) };
      const answer = canCall(model, asked);
      refuseMissing(answer, asked);
      const { callers, untold } = answer;
      const named = clientNames(model);
      const cells = answer.cells.map((cell) => ({ ...cell, reason: named(cell.reason) }));
      return { cells, callers, untold };
    },
  };
}

/** @throws OperatorRefusal that lists what there is, where the question names what is not there */
function refuseMissing(
  { missing, principals, stages, routes }: CallAnswer,
  { principal, stage = '', httpMethod, path }: CallQuestion,
): void {
  if (missing === undefined) return;
  const sentences: Readonly<Record<typeof missing, string>> = {
    principal: `There is no ${principal} here: ask for ${principals.join(', ')}, or groups joined by "+".`,
    stage: `There is no stage ${stage} with a route: there is ${stages.join(', ') || 'none'}.`,
    route: `There is no route for ${httpMethod} ${path}: there is ${routes.join(', ') || 'none'}.`,
  };
  throw new OperatorRefusal(404, sentences[missing]);
}

function queryOf(query: URLSearchParams, name: string): string {
  const value = query.get(name)?.trim() ?? '';
  if (value !== '' && value.length <= MAX_LENGTH) return value;
  throw new OperatorRefusal(400, `"${name}" must be a text of 1 to ${MAX_LENGTH} characters.`);
}
