import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { ask, restOf, roleWith, sign } from '../testing/rest';
import { bucketWith, object, policy, PUBLIC_LIST } from '../testing/site';
import { listObjects, type Parameters } from './list-objects';

const KEYS = ['a.txt', 'photos/1.jpg', 'photos/2.jpg', 'photos/old/3.jpg', 'z/9', 'ü & <x>.txt'];
const bucket = bucketWith(
  [...KEYS].reverse().map((key) => object(key, key)),
  {
    policy: policy(PUBLIC_LIST),
  },
);

interface Page {
  readonly keys: readonly string[];
  readonly prefixes: readonly string[];
  readonly next: string | undefined;
  readonly xml: string;
}

async function list(query: string, of = bucket): Promise<Page> {
  const response = await ask(restOf([of]), `/site?list-type=2${query}`);
  assert.equal(response.status, 200, response.decision);
  return read(response.body.toString());
}

function read(xml: string): Page {
  const texts = (pattern: RegExp): string[] =>
    [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
  return {
    keys: texts(/<Key>(.*?)<\/Key>/g),
    prefixes: texts(/<CommonPrefixes><Prefix>(.*?)<\/Prefix>/g),
    next: texts(/<NextContinuationToken>(.*?)</g)[0],
    xml,
  };
}

test('lists keys in the order of their bytes, whatever the order of the stack', async () => {
  const { keys, xml } = await list('');
  assert.deepEqual(keys, [...KEYS.slice(0, -1), 'ü &amp; &lt;x&gt;.txt']);
  assert.match(
    xml,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<ListBucketResult xmlns="http:\/\/s3\.amazonaws\.com\/doc\/2006-03-01\/"><Name>site<\/Name><Prefix><\/Prefix><MaxKeys>1000<\/MaxKeys><KeyCount>6<\/KeyCount><IsTruncated>false<\/IsTruncated><Contents><Key>a\.txt<\/Key><LastModified>2026-05-01T12:00:00\.000Z<\/LastModified><ETag>&quot;[0-9a-f]{32}&quot;<\/ETag><Size>5<\/Size><StorageClass>STANDARD<\/StorageClass><\/Contents>/,
  );
});

test('rolls up what lies beyond a delimiter, behind a prefix', async () => {
  const top = await list('&delimiter=/');
  assert.deepEqual([top.keys.length, top.prefixes], [2, ['photos/', 'z/']]);
  const photos = await list('&delimiter=/&prefix=photos/');
  assert.deepEqual(photos.keys, ['photos/1.jpg', 'photos/2.jpg']);
  assert.deepEqual(photos.prefixes, ['photos/old/']);
});

test('goes on after a key, and from page to page', async () => {
  assert.deepEqual((await list('&start-after=photos/2.jpg&max-keys=2')).keys, [
    'photos/old/3.jpg',
    'z/9',
  ]);
  const first = await list('&delimiter=/&max-keys=2');
  assert.deepEqual([first.keys, first.prefixes], [['a.txt'], ['photos/']]);
  const second = await list(`&delimiter=/&max-keys=2&continuation-token=${first.next ?? ''}`);
  assert.deepEqual([second.keys.length, second.prefixes, second.next], [1, ['z/'], undefined]);
});

test('spells keys for an address where asked to', async () => {
  const { keys, xml } = await list('&encoding-type=url&prefix=%C3%BC');
  assert.deepEqual(keys, ['%C3%BC+%26+%3Cx%3E.txt']);
  assert.match(xml, /<EncodingType>url<\/EncodingType>/);
});

test('a key of control characters is still XML', async () => {
  const odd = bucketWith([object('a\u0001\rb', '')], { policy: policy(PUBLIC_LIST) });
  assert.deepEqual((await list('', odd)).keys, ['a&#x1;&#xd;b']);
});

test('refuses parameters that S3 refuses', async () => {
  for (const query of ['max-keys=-1', 'max-keys=x', 'encoding-type=xml', 'continuation-token=x']) {
    const response = await ask(restOf([bucket]), `/site?list-type=2&${query}`);
    assert.match(response.body.toString(), /<Code>InvalidArgument<\/Code>/, query);
  }
});

test('a policy may open one folder alone', async () => {
  const Condition = { StringLike: { 's3:prefix': 'photos/*' } };
  const may = { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucket.arn, Condition };
  const { policy: removed, ...closed } = bucket;
  assert.ok(removed);
  const rest = restOf([closed], roleWith(may));
  const statusOf = async (query: string): Promise<number> =>
    (await rest.handle(sign(`/site?list-type=2${query}`))).status;
  assert.equal(await statusOf('&prefix=photos/'), 200);
  assert.equal(await statusOf('&prefix=z/'), 403);
  assert.equal(await statusOf(''), 403);
});

test('pages of any size tell each key and each common prefix once', async () => {
  const keyOf = fc
    .array(fc.constantFrom('a', 'b', '/', 'é', '\u{1F600}'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(keyOf, { maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('', '/', 'a/'),
      fc.constantFrom('', 'a', 'b/'),
      async (keys, size, delimiter, prefix) => {
        const objects = [...keys]
          .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)))
          .map((key) => ({
            key,
            lastModifiedMs: 0,
            read: () => Promise.resolve(Buffer.from(key)),
          }));
        const page = async (more: Parameters): Promise<Page> => {
          const listing = await listObjects(
            'site',
            objects,
            new Map([['delimiter', delimiter], ['prefix', prefix], ...more]),
          );
          assert.ok(listing.kind === 'listing');
          return read(listing.xml);
        };
        const whole = await page(new Map());
        const told: string[] = [];
        let next: string | undefined;
        do {
          const more = new Map([
            ['max-keys', String(size)],
            ...(next === undefined ? [] : [['continuation-token', next] as const]),
          ]);
          const one = await page(more);
          told.push(...one.keys, ...one.prefixes);
          assert.ok(one.keys.length + one.prefixes.length <= size);
          next = one.next;
        } while (next !== undefined);
        assert.deepEqual(told.sort(), [...whole.keys, ...whole.prefixes].sort());
      },
    ),
    { seed: 20260501, numRuns: 300 },
  );
});
