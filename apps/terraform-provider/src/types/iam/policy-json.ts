import type { SettledValues } from '../../resource/values';
import { isValues, jsonObjectOf, listOf } from '../reading';

/** What the provider itself refuses before it asks AWS, in its words. Source: provider's internal/verify/validate.go, ValidIAMPolicyJSON. */
export function policyJsonProblem(argument: string, json: string): string | undefined {
  if (json === '') return `"${argument}" is an empty string, which is not a valid JSON value`;
  const refuse = (problem: string): string =>
    `"${argument}" contains an invalid JSON policy: ${problem}`;
  if (/^\s/.test(json)) return refuse('leading space characters are not allowed');
  if (json.startsWith('"')) {
    return refuse('contains a JSON-encoded string, not a JSON-encoded object');
  }
  if (json.startsWith('[')) return refuse('contains a JSON array, not a JSON object');
  if (!json.startsWith('{')) return refuse('not a JSON object');
  return jsonObjectOf(json) === undefined ? refuse('it does not parse') : undefined;
}

export function policyText(values: SettledValues, argument: string): string {
  const json = values[argument];
  return typeof json === 'string' ? json : '';
}

export function statementsOf(json: string): readonly SettledValues[] {
  return listOf(jsonObjectOf(json)?.Statement).filter(isValues);
}

/** The strings under an element that holds one or a list of them. */
export function stringsOf(statement: SettledValues, element: string): readonly string[] {
  return listOf(statement[element]).filter((entry) => typeof entry === 'string');
}

/** IAM does not count white space. Source: IAM User Guide, "IAM and AWS STS quotas". */
export function policySize(json: string): number {
  const document = jsonObjectOf(json);
  return document === undefined ? json.length : JSON.stringify(document).length;
}

/** What IAM finds wrong with any kind of policy. Source of the words: answers of its API. */
export function grammarProblem(json: string): string | undefined {
  const statements = statementsOf(json);
  const sound = statements.every(({ Effect: effect }) => effect === 'Allow' || effect === 'Deny');
  if (statements.length === 0 || !sound) {
    return 'MalformedPolicyDocument: Syntax errors in policy.';
  }
  if (statements.some((it) => !has(it, 'Action', 'NotAction'))) {
    return 'MalformedPolicyDocument: Policy statement must contain actions.';
  }
  const stray = statements
    .flatMap((it) => [...stringsOf(it, 'Action'), ...stringsOf(it, 'NotAction')])
    .find((action) => action !== '*' && !action.includes(':'));
  return stray === undefined
    ? undefined
    : `MalformedPolicyDocument: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. (${stray})`;
}

export function has(statement: SettledValues, ...elements: readonly string[]): boolean {
  return elements.some((element) => statement[element] !== undefined);
}
