import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { s3Object } from './s3-object';

const BUCKET = { aws_s3_bucket: [{ id: 'site' }] };
const OBJECT: SettledValues = { bucket: 'site', key: 'index.html' };
/** RFC 1321, A.5: the test suite's MD5 of "abc". */
const MD5_OF_ABC = '900150983cd24fb0d6963f7d28e17f72';

describe('aws_s3_object', () => {
  it('has the id, the ARN and the defaults that S3 gives it', () => {
    const made = s3Object.create({ ...OBJECT, content: 'abc' }, fakeCloud({ applied: BUCKET }));
    assert.equal(made.id, 'site/index.html');
    assert.equal(made.arn, 'arn:aws:s3:::site/index.html');
    assert.equal(made.content_type, 'application/octet-stream');
    assert.equal(made.server_side_encryption, 'AES256');
    assert.equal(made.storage_class, 'STANDARD');
    assert.equal(made.version_id, '');
    assert.equal(made.checksum_sha256, '');
  });

  it('has the MD5 of its content as etag, wherever the content is given', () => {
    const etagOf = (values: SettledValues): unknown =>
      s3Object.create({ ...OBJECT, ...values }, fakeCloud()).etag;
    assert.equal(etagOf({ content: 'abc' }), MD5_OF_ABC);
    assert.equal(etagOf({ content_base64: 'YWJj' }), MD5_OF_ABC);
    const file = { md5Hex: 'of the file', sha256Base64: 'sum', bytes: 3 };
    const made = s3Object.create(
      { ...OBJECT, source: 'f', checksum_algorithm: 'SHA256' },
      fakeCloud({ content: file }),
    );
    assert.equal(made.etag, 'of the file');
    assert.equal(made.checksum_sha256, 'sum');
  });

  it('has another etag after its content has changed', () => {
    const changed = s3Object.update?.({ ...OBJECT, content: 'abc' }, OBJECT, fakeCloud());
    assert.equal(changed?.etag, MD5_OF_ABC);
  });

  it('has a version in a bucket with versions', () => {
    const versioning = [{ id: 'site', versioning_configuration: [{ status: 'Enabled' }] }];
    const cloud = fakeCloud({ applied: { ...BUCKET, aws_s3_bucket_versioning: versioning } });
    assert.notEqual(s3Object.create(OBJECT, cloud).version_id, '');
  });

  it('is encrypted as its bucket says', () => {
    const byDefault = [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }] }];
    const encryption = [{ id: 'site', rule: byDefault }];
    const cloud = fakeCloud({
      applied: { ...BUCKET, aws_s3_bucket_server_side_encryption_configuration: encryption },
    });
    assert.equal(s3Object.create(OBJECT, cloud).server_side_encryption, 'aws:kms');
  });

  it('drops what the provider drops from a key, in the ARN alone', () => {
    const made = s3Object.create({ bucket: 'site', key: '/a//b' }, fakeCloud());
    assert.equal(made.arn, 'arn:aws:s3:::site/a/b');
    assert.equal(made.id, 'site//a//b');
  });

  it('refuses two contents, ACLs, capitals in metadata and more than ten tags', () => {
    const cloud = fakeCloud({ applied: BUCKET });
    const problemOf = (values: SettledValues): string | undefined =>
      refusal(s3Object, { ...OBJECT, ...values }, cloud);
    assert.equal(
      problemOf({ content: 'abc', metadata: { owner: 'us' }, tags_all: { a: '1' } }),
      undefined,
    );
    assert.equal(problemOf({ content: 'abc', source: 'f' }), '"content": conflicts with source');
    assert.match(problemOf({ acl: 'public-read' }) ?? '', /^AccessControlListNotSupported/);
    assert.match(problemOf({ metadata: { Owner: 'us' } }) ?? '', /Offending key: "Owner"/);
    const eleven = Object.fromEntries('abcdefghijk'.split('').map((name) => [name, 'x']));
    assert.match(problemOf({ tags_all: eleven }) ?? '', /cannot be greater than 10/);
  });

  it('takes ACLs where the bucket’s ownership controls allow them', () => {
    const controls = [{ id: 'site', rule: [{ object_ownership: 'ObjectWriter' }] }];
    const cloud = fakeCloud({ applied: { ...BUCKET, aws_s3_bucket_ownership_controls: controls } });
    assert.equal(refusal(s3Object, { ...OBJECT, acl: 'public-read' }, cloud), undefined);
  });

  it('is imported by its id or its s3:// address', () => {
    for (const named of ['s3://site/index.html', 'site/index.html'])
      assert.equal(s3Object.importId?.(named), 'site/index.html');
  });
});
