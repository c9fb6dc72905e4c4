import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import type { IdpServices } from '../services';
import { TOKEN } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['AccessToken'],
  members: { AccessToken: TOKEN },
} as const;

type Services = Pick<IdpServices, 'checkAccessToken' | 'sessions'>;

export const GlobalSignOut = define(INPUT, globalSignOut);

async function globalSignOut(
  { checkAccessToken, sessions }: Services,
  input: Parsed<typeof INPUT>,
): Promise<OperationAnswer> {
  const { user } = await checkAccessToken(input.AccessToken);
  const ended = sessions.revokeAllOf(user);
  return { output: {}, decision: `"${user.username}" is signed out of ${ended} sessions` };
}
