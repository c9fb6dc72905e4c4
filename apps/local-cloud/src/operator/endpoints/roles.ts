import type { PolicyDocument } from '@gatehouse/iam';
import { describeReference, type Value } from '@gatehouse/terraform-json';

import type { PolicyAnswer, RoleAnswer, RolesAnswer } from '../answers';
import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';
import { statementJson } from '../statement-json';

export function rolesEndpoint({ played }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/roles',
    summary: 'the roles of the stack, with who may take them and what their policies say',
    answer: (): RolesAnswer => {
      const { roles = [], restApis = [] } = played()?.model ?? {};
      return {
        roles: roles.map(
          ({ name, arn, address, maxSessionSeconds, trust, policies }): RoleAnswer => ({
            name,
            arn,
            address,
            maxSessionSeconds,
            trust: describePolicy(`trust policy of ${name}`, trust),
            policies: policies.map((policy) => describePolicy(policy.name, policy.document)),
          }),
        ),
        apiPolicies: restApis.flatMap(({ name, policy }) =>
          policy === undefined ? [] : [describePolicy(`resource policy of API ${name}`, policy)],
        ),
      };
    },
  };
}

function describePolicy(name: string, document: Value<PolicyDocument>): PolicyAnswer {
  if (document.kind === 'known')
    return { name, statements: document.value.statements.map(statementJson) };
  const because =
    document.kind === 'unknown' ? document.because : describeReference(document.reference);
  return { name, because };
}
