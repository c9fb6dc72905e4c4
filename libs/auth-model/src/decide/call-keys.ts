import type { AccessRequest } from '@gatehouse/iam';

type Context = AccessRequest['context'];

/** Where a call arrives: what is not known of it is left out. */
export interface CalledPlace {
  readonly region?: string;
  /** Whose resource it is. */
  readonly accountId?: string;
  /** @default true: on AWS it always is, so that a policy decides alike in both places */
  readonly isSecure?: boolean;
}

/**
 * What every call has that reaches a service directly, known before there is one. See `condition-key-table.ts`.
 * Source: IAM User Guide, "AWS global condition context keys".
 */
export function placeKeys({ region, accountId, isSecure = true }: CalledPlace): Context {
  return {
    'aws:SecureTransport': String(isSecure),
    'aws:ViaAWSService': 'false',
    ...(region !== undefined && { 'aws:RequestedRegion': region }),
    ...(accountId !== undefined && { 'aws:ResourceAccount': accountId }),
  };
}

/** A request, as far as policies see it. */
export interface AskedRequest {
  /** Milliseconds since 1970, on the clock that the services follow. */
  readonly atMs: number;
  /** @default it is not known who sent it */
  readonly sourceIp?: string | undefined;
  /** @default no such header */
  readonly userAgent?: string | undefined;
  /** @default no such header */
  readonly referer?: string | undefined;
}

/**
 * What a request brings along, whoever sends it. See `condition-key-table.ts`.
 * Source: IAM User Guide, "AWS global condition context keys".
 */
export function requestKeys({ atMs, sourceIp, userAgent, referer }: AskedRequest): Context {
  return {
    'aws:CurrentTime': new Date(atMs).toISOString(),
    'aws:EpochTime': String(Math.floor(atMs / 1000)),
    ...(sourceIp !== undefined && { 'aws:SourceIp': sourceIp }),
    ...(userAgent !== undefined && { 'aws:UserAgent': userAgent }),
    ...(referer !== undefined && { 'aws:Referer': referer }),
  };
}
