import type { Statement } from '@gatehouse/iam';

import { listed, say, type Said } from '../say';
import type { Severity } from '../severity';
import { isNarrowing, isOfSomebody } from './conditions';
import { accountOf, type IsForeign } from './own-accounts';

/** Somebody besides the own account who may use a resource, by its own policy. */
export interface Opening {
  readonly words: Said;
  /** Absent: anybody, and nothing keeps them out. */
  readonly severity?: Severity;
  /** Nobody is named. */
  readonly toAnybody: boolean;
}

/**
 * Whom a statement of a resource's policy lets in. Conditions that anybody fulfils are none.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal" and "The confused deputy problem".
 */
export function* openingsOf(statement: Statement, isForeign: IsForeign): Iterable<Opening> {
  const { principals, conditions } = statement;
  const byType = principals?.byType ?? {};
  const may = sayMay(statement);
  if (principals?.negated === true || Object.values(byType).flat().includes('*')) {
    yield {
      words: say`anybody may ${may}${howFar(statement)}`,
      toAnybody: true,
      ...held(statement),
    };
    return;
  }
  const names = (type: string): readonly string[] => byType[type] ?? [];
  for (const account of names('AWS')) {
    const id = accountOf(account);
    const foreign = id === undefined ? undefined : isForeign(id);
    if (foreign === false) continue;
    const severity = foreign === true ? 'high' : 'medium';
    yield { words: say`${account} may ${may}`, severity, toAnybody: false };
  }
  for (const provider of names('Federated'))
    yield {
      words: say`whoever signs in at ${provider} may ${may}`,
      severity: conditions.some(isNarrowing) ? 'medium' : 'high',
      toAnybody: false,
    };
  for (const user of names('CanonicalUser'))
    yield { words: say`the account of ${user} may ${may}`, severity: 'medium', toAnybody: false };
  for (const service of conditions.some(isOfSomebody) ? [] : names('Service')) {
    if (service === RAISES_ALARMS) continue;
    yield {
      words: say`${service} may ${may}, for whichever account asks it`,
      severity: 'medium',
      toAnybody: false,
    };
  }
}

/** It tells the topics of its own account. Source: Amazon SNS Developer Guide, "Example cases for Amazon SNS access control". */
const RAISES_ALARMS = 'cloudwatch.amazonaws.com';

function howFar({ conditions }: Statement): Said {
  if (conditions.length === 0) return [];
  return conditions.some(isNarrowing)
    ? [', under conditions']
    : [', under conditions that keep nobody out'];
}

function held({ conditions }: Statement): Pick<Opening, 'severity'> {
  return conditions.some(isNarrowing) ? { severity: 'medium' } : {};
}

function sayMay({ actions }: Statement): Said {
  return actions.negated
    ? say`do everything except ${listed(actions.patterns)}`
    : say`do ${listed(actions.patterns)}`;
}
