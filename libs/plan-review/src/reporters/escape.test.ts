import assert from 'node:assert/strict';
import { test } from 'node:test';

import { markdownCode, markdownProse, sarifText, visible, visibleJson, xmlText } from './escape';

test('spells out what cannot be seen', () => {
  assert.equal(visible('a\u202eb\u0000\n\t\u00a0'), 'a\\u{202e}b\\u{0}\\n\\t\\u{a0}');
  assert.equal(visible('Grüße an 東京'), 'Grüße an 東京');
});

test('cuts what nobody reads to its end', () => {
  assert.equal(visible('x'.repeat(1_000)), `${'x'.repeat(240)}…`);
  assert.equal(Array.from(visible('😀'.repeat(300))).length, 241);
});

test('keeps a value in its code span and in its cell', () => {
  assert.equal(markdownCode('GET /vip'), '`GET /vip`');
  assert.equal(markdownCode('a`b|c'), '`a\\u{60}b\\u{7c}c`');
  assert.equal(markdownCode(''), '`(empty)`');
  assert.equal(markdownCode('  '), '`\\u{20}\\u{20}`');
});

test('leaves words of a sentence as they are, and puts all else into code', () => {
  assert.equal(
    markdownProse('statement CallVip of dev-admin/call-routes allows, at 12 times'),
    'statement CallVip of `dev-admin/call-routes` allows, at 12 times',
  );
  assert.equal(
    markdownProse('dev-admin (preferred by the token): allows'),
    'dev-admin (preferred by the token): allows',
  );
  assert.equal(markdownProse('see (deadbeef) and (1)'), 'see `(deadbeef)` and (1)');
  assert.equal(
    markdownProse('ask @mallory or see https://x.example now'),
    'ask `@mallory` or see `https://x.example` now',
  );
  assert.equal(markdownProse('fixes deadbeef and GH-1'), 'fixes `deadbeef` and `GH-1`');
  assert.equal(markdownProse('1. a list'), '`1.` a list');
});

test('writes text of XML and of SARIF', () => {
  assert.equal(xmlText('<a b="c">&'), '&#60;a b=&#34;c&#34;&#62;&#38;');
  assert.equal(sarifText('[a](b)\\'), '\\[a\\](b)\\\\');
});

test('writes JSON that is the same value and safe to look at', () => {
  const value = { a: 'x\u202ey\u{e0041}\u0000\ud800' };
  const json = visibleJson(value);
  assert.deepEqual(JSON.parse(json), value);
  assert.match(json, /x\\u202ey\\udb40\\udc41\\u0000\\ud800/);
});
