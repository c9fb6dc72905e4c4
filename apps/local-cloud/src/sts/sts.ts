import { AwsError, NotEmulatedError } from '../http/json-error';
import type { HttpRequest, HttpResponse, Service } from '../http/message';
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
) => QueryAnswer | Promise<QueryAnswer>;

/**
 * AWS Security Token Service, as far as the basic flow of identity pools needs it. It has no port of its own: it is asked in another
 * protocol than identity pools, so that both answer at one address.
 * @param identityPools answers everything that is not for STS
 */
export function withSts(identityPools: Service, services: StsServices): Service {
  const authenticate = createAuthenticate(services);
  const operations: Readonly<Record<string, QueryOperation>> = {
    AssumeRoleWithWebIdentity: (parameters) => assumeRoleWithWebIdentity(services, parameters),
    GetCallerIdentity: (_, request) => getCallerIdentity(services.model, authenticate(request)),
  };
  return {
    ...identityPools,
    handle: (request) =>
      isQueryRequest(request) ? answer(operations, request) : identityPools.handle(request),
  };
}

async function answer(
  operations: Readonly<Record<string, QueryOperation>>,
  request: HttpRequest,
): Promise<HttpResponse> {
  try {
    const parameters = queryParameters(request);
    const { Action: name = '', Version: version } = parameters;
    const operation = findOperation(operations, name, version);
    return queryAnswer(name, request.requestId, await operation(parameters, request));
  } catch (error) {
    if (error instanceof AwsError) return queryError(error, request.requestId);
    throw error;
  }
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
