import { canCall } from '@gatehouse/auth-model';

import type { CanAnswer } from '../answers';
import { OperatorRefusal, type OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

const MAX_LENGTH = 2048;

export function canEndpoint({ played }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/can',
    summary: 'whether somebody can call a path, and why: ?principal=admin&method=GET&path=/vip',
    answer: ({ query }): CanAnswer => {
      const model = played()?.model;
      if (model === undefined)
        throw new OperatorRefusal(409, 'Nothing is applied: nobody can call anything.');
      const principal = queryOf(query, 'principal');
      const httpMethod = queryOf(query, 'method').toUpperCase();
      const path = queryOf(query, 'path');
      if (!path.startsWith('/'))
        throw new OperatorRefusal(400, `"path" must begin with a slash: /${path}`);
      const { missing, cells, callers, untold, principals, routes } = canCall(model, {
        principal,
        httpMethod,
        path,
      });
      if (missing === 'principal')
        throw new OperatorRefusal(
          404,
          `There is no ${principal} here: ask for ${principals.join(', ')}, or groups joined by "+".`,
        );
      if (missing === 'route')
        throw new OperatorRefusal(
          404,
          `There is no route for ${httpMethod} ${path}: there is ${routes.join(', ') || 'none'}.`,
        );
      return { cells, callers, untold };
    },
  };
}

function queryOf(query: URLSearchParams, name: string): string {
  const value = query.get(name)?.trim() ?? '';
  if (value !== '' && value.length <= MAX_LENGTH) return value;
  throw new OperatorRefusal(400, `"${name}" must be a text of 1 to ${MAX_LENGTH} characters.`);
}
