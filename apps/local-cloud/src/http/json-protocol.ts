import { orderedBecause } from '../trace/tell-laboratory';
import { AwsError, internalError, NotEmulatedError } from './json-error';
import { header } from './message';
import type { HttpRequest, HttpResponse, OrderedFault, Service, TransportRefusal } from './message';
import { parseJsonObject } from './json-body';
import type { JsonObject } from './json-body';

/** The wire of AWS's JSON 1.1 services: one POST, the operation named in a header, JSON both ways. */
export interface JsonApi {
  /** `cognito-idp`: as log lines name it. */
  readonly name: string;
  /** `AWSCognitoIdentityProviderService`: what stands before the `.` in `X-Amz-Target`. */
  readonly targetPrefix: string;
  /** Wire name → what answers it. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** Every operation of the real service: one that is not in `operations` answers a loud 501. */
  readonly knownOperations: readonly string[];
  /** Where a missing operation would go: `apps/local-cloud/src/cognito-idp/operations`. */
  readonly operationsFolder: string;
  /** Is told of requests that no operation has seen. @default nobody is */
  readonly onUnheard?: (request: HttpRequest, unheard: Unheard) => void;
}

/** A request that was answered before an operation could. */
export interface Unheard {
  /** Absent: it names none that the real service has. */
  readonly operation?: string;
  readonly error: AwsError;
  /** The laboratory was told to answer so. */
  readonly isOrdered: boolean;
}

/** @throws AwsError for everything AWS answers with an error; anything else thrown is our own fault. */
export type Operation = (
  input: JsonObject,
  call: OperationCall,
) => OperationAnswer | Promise<OperationAnswer>;

export interface OperationCall {
  readonly requestId: string;
  readonly sourceIp: string;
  readonly laboratory?: HttpRequest['laboratory'];
}

export interface OperationAnswer {
  /** `{}` when there is nothing to say: Amplify takes an empty body for a failure. */
  readonly output: object;
  /** For the log line, without the status: `"user" proved the password, groups: admin`. Never a secret. */
  readonly decision: string;
}

const CONTENT_TYPE = 'application/x-amz-json-1.1';
const PREFLIGHT_MAX_AGE_SECONDS = 172_800;
const EXPOSED_HEADERS = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date';
const MAX_SHOWN_LENGTH = 1024;

/** `Date` is not set here: the HTTP server adds it to every answer. */
export function createJsonService(api: JsonApi): Service {
  return {
    name: api.name,
    handle: (request) => answer(api, request),
    refuse: (refusal, requestId) => errorResponse(transportError(refusal), requestId),
    fail: (fault, request) => {
      const error = orderedError(fault);
      api.onUnheard?.(request, { ...namedOperation(api, request), error, isOrdered: true });
      return errorResponse(error, request.requestId);
    },
  };
}

async function answer(api: JsonApi, request: HttpRequest): Promise<HttpResponse> {
  if (request.method === 'OPTIONS') return preflight(request);
  try {
    const { name, operation, input } = hear(api, request);
    const { output, decision } = await operation(input, request);
    return jsonResponse(200, request.requestId, output, `200 ${name}: ${decision}`);
  } catch (error) {
    if (error instanceof AwsError) return errorResponse(error, request.requestId);
    throw error;
  }
}

/** @throws AwsError for what no operation can answer; it is told to whoever listens */
function hear(
  api: JsonApi,
  request: HttpRequest,
): { readonly name: string; readonly operation: Operation; readonly input: JsonObject } {
  try {
    const name = operationName(api, request);
    return { name, operation: findOperation(api, name), input: parseJsonObject(request.body) };
  } catch (error) {
    if (error instanceof AwsError)
      api.onUnheard?.(request, { ...namedOperation(api, request), error, isOrdered: false });
    throw error;
  }
}

/** The operation that a request names, where the real service has it. */
function namedOperation(
  { knownOperations }: JsonApi,
  request: HttpRequest,
): Pick<Unheard, 'operation'> {
  const name = (header(request, 'x-amz-target') ?? '').split('.')[1];
  return name !== undefined && knownOperations.includes(name) ? { operation: name } : {};
}

/** As recorded from both Cognito endpoints: the requested header list is echoed, whatever it holds. */
function preflight(request: HttpRequest): HttpResponse {
  const requested = header(request, 'access-control-request-headers');
  return {
    status: 200,
    headers: [
      ['x-amzn-RequestId', request.requestId],
      ['Access-Control-Allow-Origin', '*'],
      ...(requested === undefined ? [] : [['Access-Control-Allow-Headers', requested] as const]),
      ['Access-Control-Allow-Methods', 'POST'],
      ['Access-Control-Expose-Headers', EXPOSED_HEADERS],
      ['Access-Control-Max-Age', String(PREFLIGHT_MAX_AGE_SECONDS)],
      ['Content-Length', '0'],
    ],
    body: '',
    decision: '200 preflight allowed',
  };
}

function operationName(api: JsonApi, request: HttpRequest): string {
  const [prefix, name, ...rest] = (header(request, 'x-amz-target') ?? '').split('.');
  const contentType = (header(request, 'content-type') ?? '').split(';', 1)[0]?.trim();
  const isCall =
    request.method === 'POST' &&
    request.rawPath === '/' &&
    contentType?.toLowerCase() === CONTENT_TYPE &&
    prefix === api.targetPrefix &&
    rest.length === 0;
  if (isCall && name !== undefined) return name;
  throw unknownOperation(
    `expected POST / with Content-Type ${CONTENT_TYPE} and X-Amz-Target ${api.targetPrefix}.<Operation>`,
  );
}

function findOperation(api: JsonApi, name: string): Operation {
  const operation = Object.hasOwn(api.operations, name) ? api.operations[name] : undefined;
  if (operation !== undefined) return operation;
  if (!api.knownOperations.includes(name)) {
    throw unknownOperation(`${api.targetPrefix} has no such operation`);
  }
  throw new NotEmulatedError(
    `${api.name} ${name} is not emulated by the local cloud. To add it: ${api.operationsFolder}/${toKebabCase(name)}.ts and one line in the registry beside it.`,
  );
}

function orderedError(fault: OrderedFault): AwsError {
  return fault === 'throttled'
    ? new AwsError('TooManyRequestsException', 'Rate exceeded', { because: orderedBecause(400) })
    : internalError(orderedBecause(500));
}

function toKebabCase(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Source: "Common Error Types" of the Cognito API references, which give it status 404. */
function unknownOperation(because: string): AwsError {
  return new AwsError(
    'UnknownOperationException',
    'The action or operation requested is invalid. Verify that the action is typed correctly.',
    { status: 404, because },
  );
}

/** Names and statuses: "Common Error Types" of the Cognito API references. */
function transportError({ reason, detail: because }: TransportRefusal): AwsError {
  switch (reason) {
    case 'body-too-large':
      return new AwsError('RequestEntityTooLargeException', 'The request entity is too large.', {
        status: 413,
        because,
      });
    case 'malformed':
      return new AwsError('MalformedHttpRequestException', 'The HTTP request is malformed.', {
        because,
      });
    case 'internal-error':
      return internalError(because);
  }
}

function errorResponse(error: AwsError, requestId: string): HttpResponse {
  const { type, message, status, because } = error;
  const reason = because === undefined ? '' : ` (${because})`;
  return jsonResponse(
    status,
    requestId,
    { __type: type, message, ...error.members },
    toLogText(`${status} ${type}: ${message}${reason}`),
    [
      // The colon at the end is AWS's own; clients cut at it.
      ['x-amzn-ErrorType', `${type}:`],
      ['x-amzn-ErrorMessage', toHeaderValue(message)],
    ],
  );
}

/** A message may quote the caller: nothing but printable ASCII may reach a header. */
function toHeaderValue(message: string): string {
  return message.replaceAll(/[^\x20-\x7e]/gu, '?').slice(0, MAX_SHOWN_LENGTH);
}

/** Nor may it forge a log line, or fill one. */
function toLogText(text: string): string {
  return text.trimEnd().replaceAll(/\p{C}/gu, ' ').slice(0, MAX_SHOWN_LENGTH);
}

function jsonResponse(
  status: number,
  requestId: string,
  output: object,
  decision: string,
  errorHeaders: HttpResponse['headers'] = [],
): HttpResponse {
  return {
    status,
    headers: [
      ['Content-Type', CONTENT_TYPE],
      ['x-amzn-RequestId', requestId],
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Expose-Headers', EXPOSED_HEADERS],
      ...errorHeaders,
    ],
    body: JSON.stringify(output),
    decision,
  };
}
