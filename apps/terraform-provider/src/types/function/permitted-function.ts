import type { Cloud } from '../../resource/cloud';
import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';

/** A function may be named by its name, by its ARN or by parts of it. Source: provider's internal/service/lambda/permission.go, functionRegexp. */
const FUNCTION =
  /^(?:arn:[\w-]+:lambda:)?(?:[a-z]{2}-(?:[a-z]+-){1,2}\d:)?(?:\d{12}:)?(?:function:)?([\w-]+)(?::(\$LATEST|[\w-]+))?$/;

interface NamedFunction {
  readonly name: string;
  /** With the version or alias, where one is named. */
  readonly arn: string;
  /** @default the function as such */
  readonly qualifier: string | undefined;
}

export function functionOf(values: SettledValues, cloud: Cloud): NamedFunction {
  const [, name = textOf(values, 'function_name') ?? '', inName] =
    FUNCTION.exec(textOf(values, 'function_name') ?? '') ?? [];
  const qualifier = textOf(values, 'qualifier') ?? inName;
  const arn = `arn:aws:lambda:${cloud.region}:${cloud.accountId}:function:${name}`;
  return { name, arn: qualifier === undefined ? arn : `${arn}:${qualifier}`, qualifier };
}

/** @returns undefined where there is no such function, or no such version of it */
export function permittedFunction(values: SettledValues, cloud: Cloud): SettledValues | undefined {
  const { name, qualifier } = functionOf(values, cloud);
  const found = cloud.find('aws_lambda_function', name);
  const isThere = qualifier === undefined || qualifier === found?.version;
  return isThere ? found : undefined;
}
