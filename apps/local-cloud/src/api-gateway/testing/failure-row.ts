import assert from 'node:assert/strict';
import test from 'node:test';

import type { RestApi } from '@gatehouse/auth-model';

import type { HttpResponse } from '../../http/message';
import { buildGateway, type GatewayOptions, type TestGateway } from './build-gateway';
import { buildApi } from './build-model';
import type { RequestOptions } from './build-request';
import { ALLOW_ORIGIN, call, headerOf } from './call-gateway';

/** A way in which API Gateway says no. */
export interface FailureRow {
  readonly status: number;
  /** `x-amzn-ErrorType`. */
  readonly type: string;
  /** `Message` is what only denied access says. @default 'message' */
  readonly key?: 'message' | 'Message';
  readonly text: string | RegExp;
  /** Refused in front of the API: none of its gateway responses applies. @default false */
  readonly isBare?: boolean;
  readonly setting?: FailureSetting;
  readonly send: Send;
}

export type FailureSetting = GatewayOptions & { readonly api?: Partial<RestApi> };

type Send = (gateway: TestGateway) => Promise<HttpResponse>;

export function send(options: RequestOptions): Send {
  return (gateway) => gateway.send(options);
}

export function signed(options: Parameters<typeof call>[1] = {}): Send {
  return (gateway) => call(gateway, options);
}

/** Answers the second of two. */
export function twice(first: Send): Send {
  return async (gateway) => {
    await first(gateway);
    return first(gateway);
  };
}

/** Checks each row to the letter: status, name, body, media type, headers in their casing and order, and whether CORS applies. */
export function testRows(rows: Readonly<Record<string, FailureRow>>): void {
  for (const [what, row] of Object.entries(rows)) {
    test(`answers ${row.status} ${row.type} to ${what}`, async () => {
      const { api, ...rest } = row.setting ?? {};
      const model = { restApis: [buildApi(api)], ...rest.model };
      assertRow(await row.send(buildGateway({ ...rest, model })), row);
    });
  }
}

function assertRow(
  response: HttpResponse,
  { status, type, key = 'message', text, isBare = false }: FailureRow,
): void {
  assert.equal(response.status, status, response.decision);
  const names = response.headers.map(([name]) => name);
  const own = ['Content-Type', 'x-amzn-RequestId', 'x-amzn-ErrorType', 'x-amz-apigw-id'];
  assert.deepEqual(names, [...own, ...(isBare ? [] : [ALLOW_ORIGIN])]);
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), type);
  assert.equal(headerOf(response, 'Content-Type'), 'application/json');
  const body = JSON.parse(String(response.body)) as Record<string, string>;
  assert.deepEqual(Object.keys(body), [key]);
  if (typeof text === 'string') assert.equal(body[key], text);
  else assert.match(body[key] ?? '', text);
}
