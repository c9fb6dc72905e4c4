import assert from 'node:assert/strict';

import type { HttpResponse } from '../../http/message';
import { MEMBER, type TestGateway } from './build-gateway';
import { API_KEY_VALUE } from './build-model';
import { signRequest, type SigningOptions } from './build-request';

export const KEY = { 'x-api-key': API_KEY_VALUE };
export const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

/** Sends a request that a member has signed, with the key, unless said otherwise. */
export function call(
  gateway: TestGateway,
  options: Partial<SigningOptions> = {},
): Promise<HttpResponse> {
  return gateway.send(
    signRequest({ credentials: MEMBER, atMs: gateway.clock.nowMs, headers: KEY, ...options }),
  );
}

/** @param name in the casing of the wire */
export function headerOf(response: HttpResponse, name: string): string | undefined {
  return response.headers.find(([key]) => key === name)?.[1];
}

export function assertFailure(
  response: HttpResponse,
  status: number,
  errorType: string,
  body: unknown,
): void {
  assert.equal(response.status, status, response.decision);
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), errorType);
  assert.equal(headerOf(response, 'Content-Type'), 'application/json');
  assert.match(headerOf(response, 'x-amzn-RequestId') ?? '', /^[0-9a-f-]{36}$/);
  assert.match(headerOf(response, 'x-amz-apigw-id') ?? '', /^[\w+/]{15}=$/);
  assert.deepEqual(JSON.parse(String(response.body)), body);
}
