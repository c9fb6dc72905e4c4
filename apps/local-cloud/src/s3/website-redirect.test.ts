import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Bucket, RoutingRule } from '@gatehouse/auth-model';

import type { Service } from '../http/message';
import {
  bucketWith,
  get,
  object,
  of,
  policy,
  PUBLIC_READ,
  websiteOf,
  withRules,
} from './testing/site';

const OBJECTS = [
  object('index.html', 'Home'),
  object('docs/a.html', 'A'),
  object('documents/index.html', 'Documents'),
];
const HOST = { Host: 'localhost:4200' };

function ruled(...rules: readonly RoutingRule[]): Service {
  return websiteOf([bucketWith(OBJECTS, withRules(...rules))]);
}

/** `301 http://…`, or the status and the text. */
async function answer(site: Service, target: string, method = 'GET'): Promise<string> {
  const response = await get(site, target, { method, headers: HOST });
  return `${response.status} ${of(response, 'Location') ?? response.body.toString().split('\n', 1)[0] ?? ''}`;
}

test('a rule for a prefix puts another in its place, before any object is looked for', async () => {
  const site = ruled({
    keyPrefixEquals: 'docs/',
    redirect: { httpRedirectCode: 301, replaceKeyPrefixWith: 'documents/' },
  });
  assert.equal(await answer(site, '/docs/a.html'), '301 http://localhost:4200/documents/a.html');
  assert.equal(await answer(site, '/docs/'), '301 http://localhost:4200/documents/');
  assert.equal(
    await answer(site, '/docs/a%20b?x=1&y=%2F'),
    '301 http://localhost:4200/documents/a%20b?x=1&y=%2F',
  );
  assert.equal(await answer(site, '/documents/'), '200 Documents');
  assert.equal(await answer(site, '/docs'), '404 <html>');
});

test('a rule names host, protocol, status and the whole key as it wishes', async () => {
  const redirect = {
    httpRedirectCode: 308,
    hostName: 'b.example:8080',
    protocol: 'https',
  } as const;
  const keep = ruled({ keyPrefixEquals: 'docs/', redirect });
  assert.equal(await answer(keep, '/docs/a.html'), '308 https://b.example:8080/docs/a.html');
  const replace = ruled({ redirect: { ...redirect, replaceKeyWith: 'moved.html' } });
  assert.equal(await answer(replace, '/anything'), '308 https://b.example:8080/moved.html');
  assert.equal(await answer(replace, '/'), '308 https://b.example:8080/moved.html');
});

test('an empty replacement takes the prefix away', async () => {
  const redirect = { httpRedirectCode: 301, replaceKeyPrefixWith: '' };
  const site = ruled({ keyPrefixEquals: 'v1/', redirect });
  assert.equal(await answer(site, '/v1/docs/a.html'), '301 http://localhost:4200/docs/a.html');
});

test('a rule for an error sends a deep link to the application, and leaves pages that exist alone', async () => {
  const site = ruled({
    httpErrorCodeReturnedEquals: 404,
    redirect: { httpRedirectCode: 302, replaceKeyPrefixWith: '#!/' },
  });
  assert.equal(await answer(site, '/secure/plan'), '302 http://localhost:4200/#!/secure/plan');
  assert.equal(await answer(site, '/docs/a.html'), '200 A');
});

test('a rule for a prefix and an error wants both, and the status that the public sees', async () => {
  const rule: RoutingRule = {
    keyPrefixEquals: 'old/',
    httpErrorCodeReturnedEquals: 403,
    redirect: { httpRedirectCode: 301, replaceKeyWith: 'index.html' },
  };
  const listable = ruled(rule);
  assert.match(await answer(listable, '/old/x'), /^404 /);
  const site = websiteOf([
    bucketWith(OBJECTS, { ...withRules(rule), policy: policy(PUBLIC_READ) }),
  ]);
  assert.equal(await answer(site, '/old/x'), '301 http://localhost:4200/index.html');
  assert.match(await answer(site, '/new/x'), /^403 /);
});

test('the first rule that fits decides', async () => {
  const to = (key: string) => ({ httpRedirectCode: 301, replaceKeyWith: key });
  const site = ruled(
    { keyPrefixEquals: 'a/b/', redirect: to('first') },
    { keyPrefixEquals: 'a/', redirect: to('second') },
    { keyPrefixEquals: 'a/', redirect: to('never') },
  );
  assert.equal(await answer(site, '/a/b/c'), '301 http://localhost:4200/first');
  assert.equal(await answer(site, '/a/x'), '301 http://localhost:4200/second');
});

test('a redirect has no body, and its line in the log says why', async () => {
  const site = ruled({
    keyPrefixEquals: 'docs/',
    redirect: { httpRedirectCode: 301, hostName: 'b.example' },
  });
  const response = await get(site, '/docs/%0D%0ASet-Cookie:%20a', { headers: HOST });
  assert.equal(of(response, 'Location'), 'http://b.example/docs/%0D%0ASet-Cookie%3A%20a');
  assert.equal(response.body, '');
  assert.equal(
    response.decision,
    '301 to http://b.example/docs/%0D%0ASet-Cookie%3A%20a: a routing rule for keys that begin with docs/',
  );
});

function redirecting(redirectAllRequestsTo: object): Service {
  const website = { endpoint: 'localhost:4200', redirectAllRequestsTo } as Bucket['website'];
  return websiteOf([bucketWith([], { ...(website && { website }) })]);
}

test('a website that redirects everything keeps path and query, and serves nothing', async () => {
  const site = redirecting({ hostName: 'www.example', protocol: 'https' });
  assert.equal(await answer(site, '/a%2Fb/?x=1'), '301 https://www.example/a%2Fb/?x=1');
  assert.equal(await answer(site, '/', 'HEAD'), '301 https://www.example/');
  assert.match(await answer(site, '/', 'POST'), /^405 /);
  assert.match(await answer(site, 'http://evil.example/'), /^400 /);
  assert.equal(await answer(redirecting({ hostName: 'w:1' }), '/x'), '301 http://w:1/x');
});

test('a website that redirects everything is not told that it has no files', () => {
  const lines: string[] = [];
  const website = { endpoint: 'localhost:4200', redirectAllRequestsTo: { hostName: 'x' } };
  websiteOf([bucketWith([], { website })], { log: (line) => lines.push(line) });
  assert.deepEqual(lines, []);
});

test('an object may lead elsewhere, to a path or an address, for whoever may read it', async () => {
  const objects = [
    object('old.html', '', { websiteRedirect: '/new%20home.html' }),
    object('away/index.html', '', { websiteRedirect: 'https://a.example/ü?x#y' }),
  ];
  const site = websiteOf([bucketWith(objects)]);
  assert.equal(await answer(site, '/old.html'), '301 /new%20home.html');
  assert.equal(await answer(site, '/away/'), '301 https://a.example/%C3%BC?x#y');
  const { policy: removed, ...closed } = bucketWith(objects);
  assert.ok(removed);
  assert.match(await answer(websiteOf([closed]), '/old.html'), /^403 /);
});
