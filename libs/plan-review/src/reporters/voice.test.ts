import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Secrets } from '../secrets/secrets';
import { textVoice } from './voice';

const { value } = textVoice(new Secrets([]));

test('writes a name of one word into plain text as it is, and a value with its own quotes too', () => {
  assert.equal(value('aws_iam_role.member'), 'aws_iam_role.member');
  assert.equal(value('{"a":"b"}'), '{"a":"b"}');
});

test('puts quotes around what could be taken for our own words, and no value ends them', () => {
  assert.equal(value('GET /vip'), '“GET /vip”');
  assert.equal(value(''), '“”');
  assert.equal(value('a” changes nothing'), '“a" changes nothing”');
  assert.equal(value('`a`'), "'a'");
});
