import type { JsonObject } from '../http/json-body';
import type { Operation } from '../http/json-protocol';
import type { StepFacts } from '../trace/trace';
import { traceOperation, type Tracing } from '../trace/trace-operation';
import type { PoolDirectory } from './pool-directory';
import { readUnverified } from './tokens/jws';

type Asked = StepFacts['operation'];

/** No longer than a username may be: whatever else was sent is no name. Source: SignUp, Username. */
const MAX_NAME_LENGTH = 128;

/** The operation, each call of which is remembered: who, of which pool, by which client. Never a password, a proof or a token. */
export function traced(
  tracing: Tracing,
  pools: Pick<PoolDirectory, 'pools'>,
  operation: string,
  run: Operation,
): Operation {
  return (input, call) =>
    traceOperation(tracing, { service: 'cognito-idp', operation }, call, async (notes) => {
      notes.asked = askedOf(pools, input);
      const answer = await run(input, call);
      // Only now: a token that is not accepted may say what it likes.
      const token =
        textOf(input, 'AccessToken') ??
        textOf(answer.output, 'AuthenticationResult', 'AccessToken');
      notes.asked = { ...notes.asked, ...(token !== undefined && saidBy(pools, token)) };
      return answer;
    });
}

function askedOf({ pools }: Pick<PoolDirectory, 'pools'>, input: JsonObject): Asked {
  const clientId = textOf(input, 'ClientId');
  const username =
    textOf(input, 'Username') ??
    textOf(input, 'AuthParameters', 'USERNAME') ??
    textOf(input, 'ChallengeResponses', 'USERNAME');
  return {
    ...(clientId !== undefined && placeOf(pools, clientId)),
    ...(username !== undefined && username.length <= MAX_NAME_LENGTH && { username }),
  };
}

function placeOf(pools: PoolDirectory['pools'], clientId: string): Asked {
  const pool = pools.find(({ clients }) => clients.some(({ id }) => id === clientId));
  const client = pool?.clients.find(({ id }) => id === clientId);
  if (pool === undefined || client === undefined) return {};
  return { userPool: pool.name, userPoolId: pool.id, client: client.name, clientId };
}

/** What an access token says that a pool has made, or taken. */
function saidBy({ pools }: Pick<PoolDirectory, 'pools'>, token: string): Asked {
  const { username, client_id: clientId } = readUnverified(token) ?? {};
  return {
    ...(typeof clientId === 'string' && placeOf(pools, clientId)),
    ...(typeof username === 'string' && { username }),
  };
}

function textOf(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  );
  return typeof found === 'string' ? found : undefined;
}
