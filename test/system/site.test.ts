/** Several websites and buckets of a third party's stack: redirects over HTTP, and objects for whom a policy names. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { test } from 'node:test';

import aws4 from 'aws4';

import type { Resources } from '../changed-stack';
import type { Credentials } from './caller';
import { changedOrchard } from './changed-orchard';
import { startThirdParty } from './third-party-stack';

const SITE = '${aws_s3_bucket.site.id}';
const WWW = '${aws_s3_bucket.www.id}';
const FILES = '${aws_s3_bucket.files.id}';

function policy(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
}

function addBuckets(resources: Resources): void {
  const PUBLIC = {
    Principal: '*',
    Action: 's3:GetObject',
    Resource: '${aws_s3_bucket.site.arn}/*',
  };
  const OWN = { Action: 's3:GetObject', Resource: '${aws_s3_bucket.files.arn}/picker/*' };
  Object.assign(resources, {
    aws_s3_bucket: {
      site: { bucket: 'orchard-site' },
      www: { bucket: 'www-orchard' },
      files: { bucket: 'orchard-files' },
    },
    aws_s3_bucket_public_access_block: {
      site: { bucket: SITE, block_public_policy: false, restrict_public_buckets: false },
    },
    aws_s3_bucket_policy: { site: { bucket: SITE, policy: policy(PUBLIC) } },
    aws_s3_bucket_website_configuration: {
      site: {
        bucket: SITE,
        index_document: { suffix: 'index.html' },
        routing_rule: [
          {
            condition: { key_prefix_equals: 'old/' },
            redirect: { replace_key_prefix_with: 'new/', http_redirect_code: '302' },
          },
          {
            condition: { http_error_code_returned_equals: '403' },
            redirect: { replace_key_with: 'index.html' },
          },
        ],
      },
      www: {
        bucket: WWW,
        redirect_all_requests_to: {
          host_name: '${aws_s3_bucket_website_configuration.site.website_endpoint}',
          protocol: 'http',
        },
      },
    },
    aws_s3_object: {
      index: { bucket: SITE, key: 'index.html', content: 'Orchard', content_type: 'text/html' },
      moved: { bucket: SITE, key: 'moved', content: '', website_redirect: '/index.html' },
      basket: { bucket: FILES, key: 'picker/basket.txt', content: 'apples' },
      other: { bucket: FILES, key: 'grader/notes.txt', content: 'none of yours' },
    },
  });
  Object.assign(resources.aws_iam_role_policy ?? {}, {
    picker_files: { name: 'files', role: '${aws_iam_role.picker_role.id}', policy: policy(OWN) },
  });
}

const PICKER = { username: 'picker', groups: ['picker'] };

test('serves several websites and the REST endpoint, each by its own policies', async (t) => {
  const stackDir = changedOrchard(t, addBuckets);
  const stack = await startThirdParty({ kind: 'synthesized', stackDir }, [PICKER]);
  t.after(() => stack.stop());
  const { origins, further } = stack.cloud;
  const [www] = further;
  assert.equal(www?.kind, 'website');

  const visit = async (url: string): Promise<string> => {
    const response = await fetch(url, { redirect: 'manual' });
    return `${response.status} ${response.headers.get('location') ?? (await response.text())}`;
  };
  const site = origins.website;
  assert.equal(await visit(`${site}/`), '200 Orchard');
  assert.equal(await visit(`${site}/old/x?y=1`), `302 ${site}/new/x?y=1`);
  assert.equal(await visit(`${site}/moved`), '301 /index.html');
  assert.equal(await visit(`${site}/no/such/page`), `301 ${site}/index.html`);
  assert.equal(await visit(`${www.origin}/a?b=c`), `301 ${site}/a?b=c`);

  const { s3 } = origins;
  const basket = '/orchard-files/picker/basket.txt';
  const picker = await stack.credentialsOf(PICKER);
  assert.equal(await getSigned(s3, basket, picker), '200 apples');
  assert.match(
    await getSigned(s3, '/orchard-files/grader/notes.txt', picker),
    /^403 .*AccessDenied/s,
  );
  assert.match(
    await getSigned(s3, basket, { ...picker, secretAccessKey: 'x' }),
    /^403 .*SignatureDoesNotMatch/s,
  );
  assert.match(await visit(`${s3}${basket}`), /^403 .*<Message>Access Denied</s);
  assert.equal(await visit(`${s3}/orchard-site/index.html`), '200 Orchard');
});

/** As it was signed: `fetch` would set a `Host` of its own. */
async function getSigned(origin: string, path: string, credentials: Credentials): Promise<string> {
  const { host, port } = new URL(origin);
  const signed = aws4.sign({ service: 's3', region: REGION, host, path }, credentials);
  const sent = request({ host: 'localhost', port, path, headers: signed.headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks = await response.toArray();
  return `${response.statusCode ?? 0} ${Buffer.concat(chunks).toString()}`;
}

const REGION = 'eu-central-1';
