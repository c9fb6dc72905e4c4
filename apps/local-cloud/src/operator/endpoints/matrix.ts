import { accessMatrix, type AuthModel } from '@gatehouse/auth-model';

import type { MatrixAnswer } from '../answers';
import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';
import { withClientNames } from './client-names';

const EMPTY: MatrixAnswer = {
  principals: [],
  routes: [],
  cells: [],
  preflights: [],
  findings: [],
};

export function matrixEndpoint({ played }: Operated): OperatorEndpoint {
  // What is played changes rarely, and is asked for often.
  const weighed = new WeakMap<AuthModel, MatrixAnswer>();
  return {
    method: 'GET',
    path: '/matrix',
    summary: 'who may call what of the stack that is played, and why',
    answer: (): MatrixAnswer => {
      const model = played()?.model;
      if (model === undefined) return EMPTY;
      const matrix = weighed.get(model) ?? withClientNames(model, accessMatrix(model));
      weighed.set(model, matrix);
      return matrix;
    },
  };
}
