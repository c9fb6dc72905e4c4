import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { HttpRequest, HttpResponse, Service } from '../http/message';
import type { Services } from '../http/open-ports';
import type { Played } from './play';
import { Serving } from './serving';

const REQUEST = {} as HttpRequest;
const OPERATOR = serviceOf('operator', () => Promise.resolve(answer('operator')));

test('lets a request finish on what it began with, and ends the functions behind it then', async () => {
  const ports = fakePorts();
  const serving = new Serving(ports, OPERATOR);
  let release: (() => void) | undefined;
  const held = new Promise<HttpResponse>((resolve) => {
    release = () => {
      resolve(answer('old'));
    };
  });
  const old = fakePlayed(() => held);
  serving.serve(old.played);
  const begun = ports.services().api.handle(REQUEST);
  const next = fakePlayed(() => Promise.resolve(answer('new')));
  serving.serve(next.played);
  assert.equal((await ports.services().api.handle(REQUEST)).body, 'new');
  assert.equal(old.closed(), false);
  release?.();
  assert.equal((await begun).body, 'old');
  await serving.close();
  assert.deepEqual([old.closed(), next.closed()], [true, true]);
});

test('waits for requests at further ports too, which have gone with what they served', async () => {
  const ports = fakePorts();
  const serving = new Serving(ports, OPERATOR);
  let release: (() => void) | undefined;
  const held = new Promise<HttpResponse>((resolve) => {
    release = () => {
      resolve(answer('old'));
    };
  });
  const old = fakePlayed(() => held);
  serving.serve(old.played);
  const begun = ports.further()[0]?.handle(REQUEST);
  serving.serveNothing();
  assert.deepEqual(ports.further(), []);
  await new Promise(setImmediate);
  assert.equal(old.closed(), false);
  release?.();
  assert.equal((await begun)?.body, 'old');
  await serving.close();
  assert.equal(old.closed(), true);
});

test('ends what nobody waits for at once', async () => {
  const serving = new Serving(fakePorts(), OPERATOR);
  const old = fakePlayed(() => Promise.resolve(answer('old')));
  serving.serve(old.played);
  serving.serve(fakePlayed(() => Promise.resolve(answer('new'))).played);
  await new Promise(setImmediate);
  assert.equal(old.closed(), true);
});

test('counts a request that fails as answered', async () => {
  const ports = fakePorts();
  const serving = new Serving(ports, OPERATOR);
  const old = fakePlayed(() => Promise.reject(new Error('our fault')));
  serving.serve(old.played);
  await assert.rejects(ports.services().api.handle(REQUEST), /our fault/);
  serving.serveNothing();
  await new Promise(setImmediate);
  assert.equal(old.closed(), true);
});

test('refuses everything but the operator when everything was destroyed', async () => {
  const ports = fakePorts();
  const serving = new Serving(ports, OPERATOR);
  serving.serve(fakePlayed(() => Promise.resolve(answer('old'))).played);
  serving.serveNothing();
  const { website, operator } = ports.services();
  const refused = await website.handle(REQUEST);
  assert.equal(refused.status, 503);
  assert.match(String(refused.body), /npm run deploy:local, or restart npm start/);
  assert.equal((await operator.handle(REQUEST)).body, 'operator');
  assert.equal(serving.played, undefined);
});

function fakePorts() {
  let served: Services | undefined;
  let beyond: readonly Service[] = [];
  return {
    serve: (services: Services, further: readonly Service[]): void => {
      served = services;
      beyond = further;
    },
    services: (): Services => served ?? assert.fail('nothing is served'),
    further: (): readonly Service[] => beyond,
  };
}

function fakePlayed(handle: Service['handle']) {
  let isClosed = false;
  const close = (): Promise<void> => {
    isClosed = true;
    return Promise.resolve();
  };
  const service = serviceOf('one', handle);
  const services = {
    website: service,
    userPools: service,
    identityPools: service,
    api: service,
    s3: service,
  };
  const played = { lambda: { close }, services, further: [service] } as unknown as Played;
  return { played, closed: () => isClosed };
}

function serviceOf(name: string, handle: Service['handle']): Service {
  return { name, handle, refuse: () => answer('refused') };
}

function answer(body: string): HttpResponse {
  return { status: 200, headers: [], body, decision: body };
}
