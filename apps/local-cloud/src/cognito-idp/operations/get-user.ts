import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import type { IdpServices } from '../services';
import { readableAttributes } from '../users/readable-attributes';
import { TOKEN } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['AccessToken'],
  members: { AccessToken: TOKEN },
} as const;

type Services = Pick<IdpServices, 'checkAccessToken' | 'users'>;

export const GetUser = define(INPUT, getUser);

async function getUser(
  { checkAccessToken, users }: Services,
  input: Parsed<typeof INPUT>,
): Promise<OperationAnswer> {
  const { user, client } = await checkAccessToken(input.AccessToken);
  const attributes = readableAttributes(client, users.attributesOf(user));
  return {
    output: {
      Username: user.username,
      UserAttributes: [['sub', user.sub] as const, ...attributes].map(([Name, Value]) => ({
        Name,
        Value,
      })),
    },
    decision: `"${user.username}" read their attributes`,
  };
}
