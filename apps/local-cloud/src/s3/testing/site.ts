import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

import { contentType } from 'mime-types';

import type { Bucket, BucketObject, RoutingRule, Website } from '@gatehouse/auth-model';
import { parsePolicyDocument } from '@gatehouse/iam';

import { ACCOUNT, REGION } from '../../api-gateway/testing/build-model';
import { header } from '../../http/message';
import type { HttpRequest, HttpResponse, Service } from '../../http/message';
import type { Log } from '../../log';
import { openBuckets } from '../stack-buckets';
import { createNoWebsite, createWebsites } from '../website';

export const NOW_MS = Date.UTC(2026, 4, 1, 12, 0, 0, 500);
export const ORIGINS = {
  userPools: 'http://localhost:4201',
  identityPools: 'http://localhost:4202',
};

/** A folder that goes away with the test, its files as old as `NOW_MS`. */
export function folderWith(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'website-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) writeIn(folder, path, text);
  return folder;
}

export function writeIn(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, NOW_MS / 1000, NOW_MS / 1000);
}

/** `bucket` with the statements as its policy. */
export function policy(...statements: readonly object[]): NonNullable<Bucket['policy']> {
  const json = { Version: '2012-10-17', Statement: statements };
  return { kind: 'known', value: parsePolicyDocument(json, 'policy of bucket site', 'resource') };
}

export const PUBLIC_READ = {
  Sid: 'PublicRead',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::site/*',
};
export const PUBLIC_LIST = {
  ...PUBLIC_READ,
  Sid: 'PublicList',
  Action: 's3:ListBucket',
  Resource: 'arn:aws:s3:::site',
};

export function object(
  key: string,
  content: string,
  more: Partial<BucketObject> = {},
): BucketObject {
  return { address: `aws_s3_object.${key}`, key, content, ...more };
}

const WEBSITE = {
  endpoint: 'localhost:4200',
  indexDocument: 'index.html',
  routingRules: [],
} as const satisfies Website;

/** What `bucketWith` has, and these routing rules. */
export function withRules(...routingRules: readonly RoutingRule[]): Pick<Bucket, 'website'> {
  return { website: { ...WEBSITE, routingRules } };
}

/** Publicly readable and listable, with an index document and no error document. */
export function bucketWith(objects: readonly BucketObject[], more: Partial<Bucket> = {}): Bucket {
  return {
    address: 'aws_s3_bucket.site',
    name: 'site',
    arn: 'arn:aws:s3:::site',
    policy: policy(PUBLIC_READ, PUBLIC_LIST),
    publicAccessBlock: { blockPublicPolicy: false, restrictPublicBuckets: false },
    website: WEBSITE,
    objects,
    ...more,
  };
}

/** What `bucketWith` has, and `error.html` (or another) as the error document. */
export function withErrorDocument(errorDocument: string): Pick<Bucket, 'website'> {
  return { website: { ...WEBSITE, errorDocument } };
}

export function websiteOf(
  buckets: readonly Bucket[],
  {
    stackFolder = '.',
    siteDir,
    rewrite,
    log = () => undefined,
  }: {
    stackFolder?: string;
    siteDir?: string;
    rewrite?: (text: string) => string;
    log?: Log;
  } = {},
): Service {
  const websites = createWebsites({
    model: { region: REGION, accountId: ACCOUNT },
    buckets: openBuckets({
      model: { buckets },
      stackFolder,
      origins: ORIGINS,
      clock: { now: () => NOW_MS },
      ...(rewrite !== undefined && { rewrite }),
    }),
    log,
    ...(siteDir !== undefined && {
      overlay: { siteDir, contentTypeOf: (name: string) => contentType(name) || undefined },
    }),
  });
  const [first = createNoWebsite()] = websites.values();
  return first;
}

/** @param target path and query, as on the wire */
export function get(
  website: Service,
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<HttpResponse> {
  const [rawPath = '', rawQuery = ''] = target.split('?');
  const request: HttpRequest = {
    requestId: '8f0c0f5e-0000-4000-8000-000000000001',
    method,
    rawPath,
    rawQuery,
    rawHeaders: Object.entries(headers),
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAtMs: NOW_MS,
  };
  return website.handle(request);
}

export function of(response: HttpResponse, name: string): string | undefined {
  return header({ rawHeaders: response.headers }, name);
}
