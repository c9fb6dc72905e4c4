import { AwsError, NotEmulatedError } from '../http/json-error';
import type { HttpRequest, HttpResponse, OrderedFault, Service } from '../http/message';
import type { OperationNotes } from '../trace/operation-notes';
import { orderedBecause } from '../trace/tell-laboratory';
import { traceOperation, traceUnheard } from '../trace/trace-operation';
import { createAuthenticate } from './authenticate';
import { assumeRoleWithWebIdentity } from './operations/assume-role-with-web-identity';
import { getCallerIdentity } from './operations/get-caller-identity';
import {
  isQueryRequest,
  queryAnswer,
  queryError,
  queryParameters,
  type QueryAnswer,
} from './query-protocol';
import type { StsServices } from './services';

const VERSION = '2011-06-15';

/** Every operation of the real service. Source: AWS STS API reference, "Actions". */
const KNOWN_OPERATIONS = [
  ...['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot'],
  ...['DecodeAuthorizationMessage', 'GetAccessKeyInfo', 'GetCallerIdentity'],
  ...['GetDelegatedAccessToken', 'GetFederationToken', 'GetSessionToken', 'GetWebIdentityToken'],
];

type QueryOperation = (
  parameters: Readonly<Record<string, string>>,
  request: HttpRequest,
  notes: OperationNotes,
) => QueryAnswer | Promise<QueryAnswer>;

/**
 * AWS Security Token Service, as far as the basic flow of identity pools needs it. It has no port of its own: it is asked in another
 * protocol than identity pools, so that both answer at one address.
 * @param identityPools answers everything that is not for STS
 */
export function withSts(identityPools: Service, services: StsServices): Service {
  const authenticate = createAuthenticate(services);
  const operations: Readonly<Record<string, QueryOperation>> = {
    AssumeRoleWithWebIdentity: (parameters, request, notes) =>
      assumeRoleWithWebIdentity(services, parameters, request, notes),
    GetCallerIdentity: (_, request, notes) =>
      getCallerIdentity(services.model, authenticate(request, notes)),
  };
  return {
    ...identityPools,
    handle: (request) =>
      isQueryRequest(request)
        ? answer(services, operations, request)
        : identityPools.handle(request),
    fail: (fault, request) =>
      isQueryRequest(request)
        ? fail(services, fault, request)
        : identityPools.fail?.(fault, request),
  };
}

async function answer(
  services: StsServices,
  operations: Readonly<Record<string, QueryOperation>>,
  request: HttpRequest,
): Promise<HttpResponse> {
  try {
    const parameters = queryParameters(request);
    const { Action: name = '', Version: version } = parameters;
    const operation = hear(services, operations, { name, version }, request);
    const traced = { service: 'sts', operation: name } as const;
    const answered = await traceOperation(services, traced, request, (notes) =>
      operation(parameters, request, notes),
    );
    return queryAnswer(name, request.requestId, answered);
  } catch (error) {
    if (error instanceof AwsError) return queryError(error, request.requestId);
    throw error;
  }
}

/** @throws AwsError for what no operation can answer; it is remembered */
function hear(
  services: StsServices,
  operations: Readonly<Record<string, QueryOperation>>,
  { name, version }: { readonly name: string; readonly version: string | undefined },
  request: HttpRequest,
): QueryOperation {
  try {
    return findOperation(operations, name, version);
  } catch (error) {
    if (error instanceof AwsError)
      traceUnheard(services, 'sts', request, { ...known(name), error, isOrdered: false });
    throw error;
  }
}

/** Source of the two errors: AWS STS API reference, "Common Errors". */
function fail(services: StsServices, fault: OrderedFault, request: HttpRequest): HttpResponse {
  const [type, message, status] =
    fault === 'throttled'
      ? (['Throttling', 'Rate exceeded', 400] as const)
      : (['InternalFailure', 'An internal error has occurred', 500] as const);
  const error = new AwsError(type, message, { status, because: orderedBecause(status) });
  const { Action: name = '' } = queryParameters(request);
  traceUnheard(services, 'sts', request, { ...known(name), error, isOrdered: true });
  return queryError(error, request.requestId);
}

function known(name: string): { readonly operation?: string } {
  return KNOWN_OPERATIONS.includes(name) ? { operation: name } : {};
}

function findOperation(
  operations: Readonly<Record<string, QueryOperation>>,
  name: string,
  version: string | undefined,
): QueryOperation {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation !== undefined && version === VERSION) return operation;
  if (KNOWN_OPERATIONS.includes(name) && version === VERSION) {
    throw new NotEmulatedError(
      `sts ${name} is not emulated by the local cloud. To add it: a file in apps/local-cloud/src/sts/operations and one line in sts.ts.`,
    );
  }
  throw new AwsError(
    'InvalidAction',
    `Could not find operation ${name} for version ${version ?? 'NO_VERSION_SPECIFIED'}`,
  );
}
