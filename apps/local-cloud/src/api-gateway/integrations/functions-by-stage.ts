import {
  functionOnStage,
  permitsInvocation,
  type AuthModel,
  type Integration,
  type LambdaFunction,
  type Method,
  type RestApi,
} from '@gatehouse/auth-model';

import type { Decision } from '@gatehouse/iam';

import { BootError } from '../../boot-error';

export type ProxyIntegration = Extract<Integration, { readonly type: 'AWS_PROXY' }>;

interface StageFunction {
  readonly fn: LambdaFunction;
  /** Whether API Gateway may call it for the method. */
  readonly permitted: Decision;
}

/**
 * Which function a method calls may depend on the stage. One that names a variable its stage has not calls none, as on AWS.
 * @returns by the name of the stage
 * @throws BootError when one of the functions is not in the stack
 */
export function functionsByStage(
  { functions }: Pick<AuthModel, 'functions'>,
  api: RestApi,
  method: Method,
  settings: ProxyIntegration,
): ReadonlyMap<string, StageFunction> {
  return new Map(
    api.stages.flatMap((stage) => {
      const arn = functionOnStage(settings, stage);
      if (arn === undefined) return [];
      const fn = findFunction(functions, arn, method);
      return [[stage.name, { fn, permitted: permitsInvocation(fn, api, stage, method) }] as const];
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
