import {
  functionOnStage,
  type AuthModel,
  type Integration,
  type LambdaFunction,
  type Method,
  type RestApi,
} from '@gatehouse/auth-model';

import { BootError } from '../../boot-error';
import { createInvokePermission, type InvokePermission } from './lambda-permission';

export type ProxyIntegration = Extract<Integration, { readonly type: 'AWS_PROXY' }>;

interface StageFunction {
  readonly fn: LambdaFunction;
  readonly permission: InvokePermission;
}

/**
 * Which function a method calls may depend on the stage. One that names a variable its stage has not calls none, as on AWS.
 * @returns by the name of the stage
 * @throws BootError when one of the functions is not in the stack
 */
export function functionsByStage(
  { functions, accountId }: Pick<AuthModel, 'accountId' | 'functions'>,
  api: RestApi,
  method: Method,
  settings: ProxyIntegration,
): ReadonlyMap<string, StageFunction> {
  const { resourcePath } = method;
  return new Map(
    api.stages.flatMap((stage) => {
      const arn = functionOnStage(settings, stage);
      if (arn === undefined) return [];
      const fn = findFunction(functions, arn, method);
      const permission = createInvokePermission(fn, api, accountId, resourcePath);
      return [[stage.name, { fn, permission }] as const];
    }),
  );
}

function findFunction(
  functions: readonly LambdaFunction[],
  arn: string,
  method: Method,
): LambdaFunction {
  const fn = functions.find((one) => one.arn === arn);
  if (fn !== undefined) return fn;
  throw new BootError(
    'ERR_API_GATEWAY_FUNCTION',
    `${method.address} calls ${arn}, and no aws_lambda_function of the stack has this ARN.`,
  );
}
