import type { DecidingStatement, Decision } from '@gatehouse/iam';

import { statementJson } from '../operator/statement-json';
import type { DecisionFacts, StatementFacts } from './trace';

/** What policies said, for pictures and programs. */
export function decisionFacts(decision: Decision): DecisionFacts {
  switch (decision.effect) {
    case 'allow':
      return { effect: 'allow', by: statementFacts(decision.by) };
    case 'unknown':
      return { effect: 'unknown' };
    case 'deny': {
      const { effect, kind } = decision;
      if (kind === 'explicit') return { effect, kind, by: statementFacts(decision.by) };
      if (decision.nearest === undefined) return { effect, kind };
      const { part, wanted, got } = decision.nearest;
      return { effect, kind, nearest: { ...statementFacts(decision.nearest), part, wanted, got } };
    }
  }
}

function statementFacts({ policy, index, statement }: DecidingStatement): StatementFacts {
  const { sid } = statement;
  return { policy, index, ...(sid !== undefined && { sid }), json: statementJson(statement) };
}
