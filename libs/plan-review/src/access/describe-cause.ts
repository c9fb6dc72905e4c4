import type { AccessCause, AccessChange } from '@gatehouse/auth-model';

import { prose, say, type Said } from '../say';

/** Why somebody can call, or no longer can: a clause that follows "because". */
export function describeCause({ cause, reason }: Pick<AccessChange, 'cause' | 'reason'>): Said {
  switch (cause.kind) {
    case 'route-added':
      return say`the route is new: ${prose(reason)}`;
    case 'route-removed':
      return say`the route is gone`;
    case 'principal-added':
      return say`this principal is new: ${prose(reason)}`;
    case 'principal-removed':
      return say`this principal is gone`;
    case 'authorization':
      return cause.after === 'NONE'
        ? say`the method asks for no signature any more (was ${cause.before})`
        : say`the authorization of the method is ${cause.after} (was ${cause.before}): ${prose(reason)}`;
    case 'role':
      return say`they now get ${prose(cause.after)} (was ${prose(cause.before)}): ${prose(reason)}`;
    case 'statement':
      return describeStatementChange(cause);
    case 'other':
      return prose(reason);
  }
}

function describeStatementChange({
  change,
  role,
  action,
  resource,
  statement,
}: Extract<AccessCause, { kind: 'statement' }>): Said {
  const what = say`${action} on ${resource}`;
  switch (change) {
    case 'allow-gained':
      return say`role ${role} gained ${what} (${prose(statement)})`;
    case 'allow-lost':
      return say`role ${role} lost ${what} (${prose(statement)})`;
    case 'deny-gained':
      return say`role ${role} is now denied ${what} (${prose(statement)})`;
    case 'deny-lost':
      return say`role ${role} is no longer denied ${what} (${prose(statement)})`;
  }
}
