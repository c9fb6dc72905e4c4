import { grammarProblem, has, policyJsonProblem, statementsOf, stringsOf } from './policy-json';

/** Why IAM would refuse a policy that says what its holder may do. Source of the words: answers of its API. */
export function identityPolicyProblem(argument: string, json: string): string | undefined {
  const problem = policyJsonProblem(argument, json) ?? grammarProblem(json);
  if (problem !== undefined) return problem;
  const statements = statementsOf(json);
  if (statements.some((it) => has(it, 'Principal', 'NotPrincipal'))) {
    return 'MalformedPolicyDocument: Policy document should not specify a principal.';
  }
  if (statements.some((it) => !has(it, 'Resource', 'NotResource'))) {
    return 'MalformedPolicyDocument: Policy statement must contain resources.';
  }
  const stray = statements
    .flatMap((it) => [...stringsOf(it, 'Resource'), ...stringsOf(it, 'NotResource')])
    .find((resource) => resource !== '*' && !resource.startsWith('arn:'));
  return stray === undefined
    ? undefined
    : `MalformedPolicyDocument: Resource ${stray} must be in ARN format or "*".`;
}
