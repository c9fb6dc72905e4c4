import type { JsonObject } from '../http/json-body';

export interface OperatorRequest {
  /** By the names in the path: `/traces/{requestId}` → `requestId`, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** `{}` without a body. */
  readonly body: JsonObject;
}

/** One thing an operator may read or do. */
export interface OperatorEndpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/outbox`, or `/traces/{requestId}`: a name in braces stands for one segment. */
  readonly path: string;
  /** For the list of endpoints. */
  readonly summary: string;
  /**
   * @returns what is sent as JSON
   * @throws OperatorRefusal for a request that cannot be fulfilled
   */
  answer(request: OperatorRequest): unknown;
}

/** An operator asked for what there is not, or for what makes no sense: answered with the sentence. */
export class OperatorRefusal extends Error {
  override readonly name = 'OperatorRefusal';

  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}
