import type { AuthModel } from '@gatehouse/auth-model';

import type { StackAnswer } from '../answers';
import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

export function stackEndpoint({ played, origins }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/stack',
    summary: 'what is played, where services answer, and what the stack has that is not modelled',
    answer: (): StackAnswer => {
      const { stack, model } = played() ?? {};
      const source = stack && { kind: stack.kind, from: stack.from, words: stack.words };
      const { notModelled = [], unsupported = [] } = model ?? {};
      return {
        source: source ?? 'nothing is applied',
        ...(model && { region: model.region, accountId: model.accountId }),
        origins,
        stages: model === undefined ? [] : stagesOf(model),
        websites: model === undefined ? [] : websitesOf(model),
        parts: model === undefined ? {} : countParts(model),
        notModelled,
        unsupported,
      };
    },
  };
}

function stagesOf({ restApis }: AuthModel): StackAnswer['stages'] {
  return restApis.flatMap(({ name, stages }) =>
    stages.map((stage) => ({ name: `${name}/${stage.name}`, url: stage.invokeUrl })),
  );
}

/** The endpoint of a website is where it answers here: the stack was read so. */
function websitesOf({ buckets }: AuthModel): StackAnswer['websites'] {
  return buckets.flatMap(({ name, website }) =>
    website === undefined ? [] : [{ name, url: `http://${website.endpoint}` }],
  );
}

function countParts(model: AuthModel): StackAnswer['parts'] {
  return {
    'user pools': model.userPools.length,
    groups: model.userPools.flatMap(({ groups }) => groups).length,
    'identity pools': model.identityPools.length,
    roles: model.roles.length,
    APIs: model.restApis.length,
    methods: model.restApis.flatMap(({ methods }) => methods).length,
    'API keys': model.apiKeys.length,
    'usage plans': model.usagePlans.length,
    functions: model.functions.length,
    buckets: model.buckets.length,
  };
}
