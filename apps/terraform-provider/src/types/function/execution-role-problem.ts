import type { Check } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { statementsOf, stringsOf, policyText } from '../iam/policy-json';
import { isValues, textOf } from '../reading';

/** Source: Lambda API Reference, CreateFunction, `Role`. */
const ROLE_ARN = /^arn:(aws[a-zA-Z-]*)?:iam::(\d{12}):role\/?[a-zA-Z_0-9+=,.@\-_/]+$/;

const NOT_ASSUMABLE =
  'InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.';

/** Whether Lambda could run the function in its role. Lambda answers the same for a role that is not there. */
export const executionRoleProblem: Check = (values, cloud) => {
  const arn = textOf(values, 'role') ?? '';
  const account = ROLE_ARN.exec(arn)?.[2];
  if (account === undefined) {
    return (
      `ValidationException: 1 validation error detected: Value '${arn}' at 'role' failed to satisfy constraint: ` +
      'Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+'
    );
  }
  // What another account has is not known here.
  if (account !== cloud.accountId) return undefined;
  const role = cloud.all('aws_iam_role').find((it) => it.arn === arn);
  return role !== undefined && trustsLambda(role) ? undefined : NOT_ASSUMABLE;
};

function trustsLambda(role: SettledValues): boolean {
  return statementsOf(policyText(role, 'assume_role_policy')).some((statement) => {
    const { Effect: effect, Principal: principal } = statement;
    if (effect !== 'Allow' || !isValues(principal)) return false;
    const actions = stringsOf(statement, 'Action').map((action) => action.toLowerCase());
    return (
      stringsOf(principal, 'Service').includes('lambda.amazonaws.com') &&
      actions.some((action) => action === 'sts:assumerole' || action === 'sts:*')
    );
  });
}
