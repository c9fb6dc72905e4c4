import { describeStatement, patternsOverlap } from '@gatehouse/iam';

import { functionOnStage } from '../decide/function-on-stage';
import { permitsInvocation } from '../decide/permits-invocation';
import type { AuthModel } from '../model';
import type { AccessCell } from './matrix';
import type { StageRoute } from './matrix-routes';
import { isAboutInvoking, routePattern } from './route-patterns';
import { settledStatements } from './settled-statements';

/** What a matrix shows that nobody can have meant. */
export function findings(
  model: AuthModel,
  routes: readonly StageRoute[],
  cells: readonly AccessCell[],
): readonly string[] {
  return [
    ...grantsWithoutRoute(model, routes),
    ...routesNobodyCanCall(cells),
    ...functionsOutOfReach(model, routes),
    ...keysNobodyHas(model, routes),
  ];
}

/** A grant that matches no route is a route that was renamed, or one that somebody will add without asking. */
function grantsWithoutRoute(
  { roles }: AuthModel,
  routes: readonly StageRoute[],
): readonly string[] {
  const arns = routes.map(routePattern);
  const statements = roles.flatMap(({ policies }) => settledStatements(policies));
  return statements.flatMap((by) => {
    const { effect, resources } = by.statement;
    if (effect !== 'Allow' || !isAboutInvoking(by.statement) || resources?.negated !== false)
      return [];
    return resources.patterns
      .filter((pattern) => !arns.some((arn) => patternsOverlap(pattern, arn)))
      .map(
        (pattern) => `${describeStatement(by)} allows ${pattern}, which is no route of this stack.`,
      );
  });
}

function routesNobodyCanCall(cells: readonly AccessCell[]): readonly string[] {
  const names = [...new Set(cells.map(({ route }) => route))];
  return names
    .filter((name) => cells.every(({ route, allowed }) => route !== name || allowed === false))
    .map((name) => `${name} can be called by nobody.`);
}

function functionsOutOfReach(
  { functions }: AuthModel,
  routes: readonly StageRoute[],
): readonly string[] {
  return routes.flatMap(({ name, api, stage, method }) => {
    const { integration } = method;
    if (integration.type !== 'AWS_PROXY') return [];
    const called = functionOnStage(integration, stage);
    if (called === undefined)
      return [
        `${name} answers 500 to everybody: its stage lacks a variable of ${integration.functionArn}.`,
      ];
    const fn = functions.find(({ arn }) => arn === called);
    if (fn === undefined) return [`${name} calls ${called}, which is not part of this stack.`];
    if (permitsInvocation(fn, api, stage, method).effect === 'allow') return [];
    return [
      `${name} answers 500 to everybody: ${fn.name} does not permit API Gateway to invoke it there.`,
    ];
  });
}

function keysNobodyHas(
  { apiKeys, usagePlans }: AuthModel,
  routes: readonly StageRoute[],
): readonly string[] {
  const enabled = new Set(apiKeys.filter((key) => key.enabled).map(({ id }) => id));
  return routes.flatMap(({ name, api, stage, method: { apiKeyRequired } }) => {
    if (apiKeyRequired.kind !== 'known' || !apiKeyRequired.value) return [];
    const plans = usagePlans.filter(({ apiStages }) =>
      apiStages.some((planned) => planned.apiId === api.id && planned.stage === stage.name),
    );
    if (plans.some(({ keyIds }) => keyIds.some((id) => enabled.has(id)))) return [];
    return [
      `${name} answers 403 to everybody: it wants an API key, and no usage plan of its stage has an enabled one.`,
    ];
  });
}
