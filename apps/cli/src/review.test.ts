import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { smallStack, stackFolder } from './matrix/stack.fixture';
import { fileWith, planFile, runReview, temporaryFolder } from './review/run-review.fixture';

const OPEN = stackFolder(smallStack('NONE'));
const SIGNED = stackFolder(smallStack('AWS_IAM'));

test('says first who can now call what, and leaves with 1 at the bar', () => {
  const { status, stdout } = runReview(['--base', SIGNED, '--head', OPEN]);
  assert.match(
    stdout,
    /^guest can now call “GET \/” \(was denied\), because the method asks for no signature any more \(was AWS_IAM\); critical: /,
  );
  assert.doesNotMatch(stdout, /[\u001b`]/);
  assert.equal(status, 1);
});

test('leaves with 0 when nothing reaches the bar', () => {
  assert.equal(runReview(['--base', OPEN, '--head', SIGNED]).status, 0);
  const { status, stdout } = runReview(['--plan', planFile('nothing-changes')]);
  assert.match(stdout, /^Nothing changes\.\n/);
  assert.equal(status, 0);
});

test('writes the report in two formats and the picture to files', () => {
  const folder = temporaryFolder();
  const [out, md, svg] = ['review.json', 'review.md', 'matrix.svg'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const plan = planFile('route-opened');
  const formats = ['--format', 'json', '--out', out, '--format', 'markdown', '--out', md];
  const { stdout, stderr } = runReview(['--plan', plan, ...formats, '--svg', svg]);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /^[^\n]* can now call “GET [^\n]*\. Written to \S+review\.json, \S+review\.md\.\n$/,
  );
  assert.match(readFileSync(md, 'utf8'), /can now call `GET /);
  const { matrix } = JSON.parse(readFileSync(out, 'utf8')) as { matrix: { gained: object[] } };
  assert.equal(matrix.gained.length, 1);
  assert.match(readFileSync(svg, 'utf8'), /^<svg /);
});

test('lets pass what is waived on the base branch, until the day it is over', () => {
  const waiver = {
    rule: 'api-method-requires-iam',
    address: 'aws_api_gateway_method.root',
    reason: 'A public page.',
    owner: 'the platform team',
    expires: '2026-06-30',
  };
  const waivers = fileWith(JSON.stringify({ waivers: [waiver] }), 'waivers.json');
  const review = (today: string) =>
    runReview(['--base', SIGNED, '--head', OPEN, '--waivers', waivers, '--today', today]);
  const before = review('2026-06-30');
  assert.match(before.stdout, /Waived: 1\n/);
  assert.equal(before.status, 0);
  const after = review('2026-07-01');
  assert.match(after.stdout, /is over since 2026-06-30/);
  assert.equal(after.status, 1);
});

test('reports a waiver that the change brings along', () => {
  const waiver = { rule: 'r', address: 'a', reason: 'x', owner: 'me', expires: '2030-01-01' };
  const head = fileWith(JSON.stringify({ waivers: [waiver] }), 'waivers.json');
  const { stdout, status } = runReview(['--base', OPEN, '--head', OPEN, '--head-waivers', head]);
  assert.match(stdout, /info +a: this change brings a waiver of r along, by me: x/);
  assert.equal(status, 0);
});

test('lists the rules, those of waivers too, and says how it is used', () => {
  const rules = runReview(['--rules']).stdout;
  assert.match(rules, /^api-method-requires-iam +critical +A method asks/m);
  assert.match(rules, /^waiver-is-reviewed-alone +high +Waivers count when/m);
  const { stdout, status } = runReview(['--help']);
  assert.match(stdout, /^Reviews a change/);
  assert.equal(status, 0);
});

const CANNOT_RUN: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'a name that is neither a file nor a commit',
    ['--base', 'no/such', '--head', OPEN],
    /^no\/such is neither a file nor a commit here\. [^\n]*\n$/,
  ],
  ['an option for git', ['--base', '--upload-pack=x', '--head', OPEN], /--base/],
  [
    'a plan that is not there',
    ['--plan', '/no/such/plan.json'],
    /^\/no\/such\/plan\.json cannot be read [^\n]*\n$/,
  ],
  [
    'a plan of a format of the future',
    ['--plan', fileWith('{"format_version":"2.0","resource_changes":[]}')],
    /has version "2\.0", and a plan of format version 1 is expected\. [^\n]*\n$/,
  ],
  [
    'a state',
    ['--plan', fileWith('{"format_version":"1.0","values":{}}')],
    /is a state, and a plan is expected[^\n]*\n$/,
  ],
  [
    'waivers that are none',
    ['--plan', planFile('drift'), '--waivers', fileWith('[]')],
    /must be an object[^\n]*\n$/,
  ],
  [
    'a place where nothing can be written',
    ['--plan', planFile('drift'), '--out', '/no/such/file'],
    /^\/no\/such\/file cannot be written/,
  ],
];

for (const [what, args, message] of CANNOT_RUN) {
  test(`leaves with 2 and one sentence for ${what}`, () => {
    const { status, stdout, stderr } = runReview(args);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, message);
  });
}

test('refuses a plan that is larger than any', () => {
  const file = fileWith(' '.repeat(65 * 1024 * 1024));
  assert.ok(existsSync(file));
  const { status, stderr } = runReview(['--plan', file]);
  assert.equal(status, 2);
  assert.match(stderr, /has 65 MB, and 64 MB are the most that are read\.\n$/);
});
