import type { Integration, Stage } from '../model-api';

const STAGE_VARIABLE = /\$\{stageVariables\.(\w+)\}/g;

/**
 * The ARN of the function that a proxy integration calls on a stage: `${stageVariables.fn}` in it is what the stage says.
 * Source: API Gateway Developer Guide, "Use stage variables for a REST API".
 * @returns `undefined` where the stage has no such variable: AWS then answers every call with a 500
 */
export function functionOnStage(
  { functionArn }: Pick<Extract<Integration, { readonly type: 'AWS_PROXY' }>, 'functionArn'>,
  { variables }: Pick<Stage, 'variables'>,
): string | undefined {
  const names = [...functionArn.matchAll(STAGE_VARIABLE)].map(([, name = '']) => name);
  if (names.some((name) => !Object.hasOwn(variables, name))) return undefined;
  return functionArn.replace(STAGE_VARIABLE, (_, name: string) => variables[name] ?? '');
}
