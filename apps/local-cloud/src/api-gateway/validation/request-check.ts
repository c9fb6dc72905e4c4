import type { ApiModel, Method, RequestValidation, RequiredParameter } from '@gatehouse/auth-model';

import type { RoutedExchange } from '../exchange';
import { failure, type GatewayFailure } from '../failures/gateway-failure';
import { parseQuery } from '../integrations/query-parameters';
import { mediaTypeOf } from '../media-type';
import { firstHeader } from '../../http/request-headers';
import type { BodySchema, BodySchemas } from './body-schema';

/** Looks at a request that has been admitted, before anything is called. */
export type RequestCheck = (exchange: RoutedExchange) => GatewayFailure | undefined;

/**
 * What a method's request validator checks: parameters first, all that are missing at once, then the body against the model of its
 * content type. A content type without a model is not checked.
 * Source: API Gateway Developer Guide, "Request validation for REST APIs"; recorded answers of API Gateway.
 * @throws BootError for a model that cannot be compiled
 */
export function createRequestCheck(
  { validation }: Pick<Method, 'validation'>,
  schemas: BodySchemas,
): RequestCheck | undefined {
  if (validation === undefined) return undefined;
  const bodies = compileBodies(validation, schemas);
  return (exchange) => checkParameters(validation, exchange) ?? checkBody(bodies, exchange);
}

function checkParameters(
  { validator, parameters }: RequestValidation,
  exchange: RoutedExchange,
): GatewayFailure | undefined {
  const missing = parameters
    .filter((parameter) => (valueOf(parameter, exchange) ?? '').trim() === '')
    .map(({ name }) => name);
  if (missing.length === 0) return undefined;
  const list = `[${missing.join(', ')}]`;
  return failure(
    'missingParameters',
    `validator ${validator} requires ${list}`,
    `Missing required request parameters: ${list}`,
  );
}

function valueOf(
  { place, name }: RequiredParameter,
  { headers, pathParameters, request }: RoutedExchange,
): string | undefined {
  switch (place) {
    case 'header':
      return firstHeader(headers, name.toLowerCase());
    case 'path':
      return ownValue(pathParameters, name);
    case 'querystring':
      return ownValue(parseQuery(request.rawQuery), name)?.at(-1);
  }
}

function ownValue<T>(values: Readonly<Record<string, T>> | null, name: string): T | undefined {
  return values !== null && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** By content type in lower case. */
type Bodies = ReadonlyMap<string, CompiledModel>;

interface CompiledModel {
  readonly model: ApiModel;
  readonly schema: BodySchema;
}

function compileBodies({ models }: RequestValidation, schemas: BodySchemas): Bodies {
  return new Map(
    Object.entries(models).map(([contentType, model]) => [
      contentType.toLowerCase(),
      { model, schema: schemas(model) },
    ]),
  );
}

function checkBody(
  bodies: Bodies,
  { headers, request }: RoutedExchange,
): GatewayFailure | undefined {
  if (bodies.size === 0) return undefined;
  const chosen = bodies.get(mediaTypeOf(headers)) ?? bodies.get('$default');
  if (chosen === undefined) return undefined;
  const parsed = parseBody(request.body);
  const problem = parsed.kind === 'json' ? chosen.schema(parsed.value) : '[the body is no JSON]';
  if (problem === undefined) return undefined;
  const because = `the body is no ${chosen.model.name}: ${problem}`;
  return { ...failure('invalidBody', because), validationError: problem };
}

/** Without a body, an object without properties is what is checked, as AWS does. */
function parseBody(body: Buffer): { kind: 'json'; value: unknown } | { kind: 'no json' } {
  if (body.length === 0) return { kind: 'json', value: {} };
  try {
    return { kind: 'json', value: JSON.parse(body.toString('utf8')) };
  } catch {
    return { kind: 'no json' };
  }
}
