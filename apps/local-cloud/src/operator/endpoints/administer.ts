import type { UserAdministration } from '../../cognito-idp/user-administration';
import { AwsError } from '../../http/json-error';
import { OperatorRefusal } from '../endpoint';
import type { Operated } from '../operated';

const STATUSES: Readonly<Record<string, OperatorRefusal['status']>> = {
  ResourceNotFoundException: 404,
  UserNotFoundException: 404,
  UsernameExistsException: 409,
};

/**
 * Does something to the users of what is played; what Cognito would refuse is refused in its words.
 * @throws OperatorRefusal
 */
export function administer<T>(
  { played }: Pick<Operated, 'played'>,
  act: (users: UserAdministration) => T,
): T {
  const users = played()?.administration;
  if (users === undefined)
    throw new OperatorRefusal(409, 'Nothing is applied: there are no users.');
  try {
    return act(users);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw new OperatorRefusal(STATUSES[error.type] ?? 400, error.message.trim());
  }
}
