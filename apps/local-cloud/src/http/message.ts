/** A request as it stood on the wire: raw target, raw header casing and order, whole body. */
export interface HttpRequest {
  readonly requestId: string;
  readonly method: string;
  /** The request target before `?`, untouched: `/dev//secure%2Fx`. */
  readonly rawPath: string;
  /** The request target after `?`, untouched; empty without one. */
  readonly rawQuery: string;
  /** Name and value as sent, in order, duplicates kept. */
  readonly rawHeaders: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly receivedAtMs: number;
  /** What the laboratory did to it on its way. Absent: nothing. */
  readonly laboratory?: LaboratoryMark;
}

/** What happened to a request on purpose, besides an answer that was ordered. */
export interface LaboratoryMark {
  /** How long it was ordered to be held back, and how long it was by the machine's own clock; 0: not at all. */
  readonly delayMs: number;
  readonly heldMs: number;
  /** Whether the headers that let a browser read the answer are taken from it. */
  readonly withoutCors: boolean;
}

/** Header names keep their casing on the wire: AWS's is part of its behaviour. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Buffer;
  /** What the log line says was decided: `403 AccessDenied: role … has no statement for …`. Never a secret. */
  readonly decision: string;
  /** Has no line in the log: a console that asks each second would bury the lines of everybody else. */
  readonly unlogged?: true;
}

/** One AWS service (or the operator port), listening on one origin. Throws only on our own fault. */
export interface Service {
  readonly name: string;
  handle(request: HttpRequest): Promise<HttpResponse>;
  /** What this service answers, in its own error format, when the transport refuses: body too large, malformed, our fault. */
  refuse(refusal: TransportRefusal, requestId: string): HttpResponse;
  /** What it says, in its own words, to a request that it is made to fail on purpose. Absent: it cannot be made to. */
  fail?(fault: OrderedFault, request: HttpRequest): HttpResponse | undefined;
}

/** As to one request too many, or as if the service itself were broken. */
export type OrderedFault = 'throttled' | 'failed';

export interface TransportRefusal {
  readonly reason: 'body-too-large' | 'malformed' | 'internal-error';
  readonly detail: string;
}

/** First value of a header, whatever its casing; `undefined` when absent. */
export function header(request: Pick<HttpRequest, 'rawHeaders'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return request.rawHeaders.find(([key]) => key.toLowerCase() === wanted)?.[1];
}
