import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { test } from 'node:test';

import type { AccessMatrix } from '@gatehouse/auth-model';

import { formatChanges } from './format-changes';
import { formatMatrix } from './format-matrix';
import { COLOUR_MARKS, marksFor, PLAIN_MARKS } from './marks';

const cell = (principal: string, route: string, allowed: boolean | null, reason: string) => ({
  principal,
  route,
  allowed,
  reason,
});

const MATRIX: AccessMatrix = {
  principals: [
    { name: 'guest', role: 'no guests' },
    { name: 'administrator', role: 'dev-admin (preferred)' },
  ],
  routes: [
    { name: 'GET /vip', apiKeyRequired: true },
    { name: 'GET /', apiKeyRequired: false },
  ],
  cells: [
    cell('guest', 'GET /vip', false, 'no guests'),
    cell('administrator', 'GET /vip', true, 'dev-admin (preferred): statement Vip allows'),
    cell('guest', 'GET /', null, 'it depends'),
    cell('administrator', 'GET /', true, 'open'),
  ],
  preflights: ['OPTIONS /vip'],
  findings: ['GET /x can be called by nobody.'],
};

const QUIET = { unsupported: [] };

test('prints an aligned table, the roles, the reasons and the findings', () => {
  assert.equal(
    formatMatrix(MATRIX, QUIET, 'Who can call what', PLAIN_MARKS),
    `Who can call what

             guest   administrator
  GET /vip     ✕           ✓         API key
  GET /        ?           ✓      ${'   '}

  ✓ can call   ✕ cannot   ? cannot be told
  1 OPTIONS route answers CORS preflights, to anyone: OPTIONS /vip

Who
  guest           no guests
  administrator   dev-admin (preferred)

Why
  GET /vip
    ✕ guest           no guests
    ✓ administrator   statement Vip allows
  GET /
    ? guest           it depends
    ✓ administrator   open

Look at
  ! GET /x can be called by nobody.`.replace(/ +$/gm, ''),
  );
});

test('numbers the columns whose names do not fit, and lets no line be longer than the width', () => {
  const long = `member where custom:department contains "customs" of STAFF desk`;
  const reason = 'has no statement that allows it; nearest: "Customs" allows …/GET/manifests/*';
  const wide: AccessMatrix = {
    ...MATRIX,
    principals: [...MATRIX.principals, { name: long, role: 'harbour-customs' }],
    cells: [...MATRIX.cells, cell(long, 'GET /', false, reason)],
  };
  const text = formatMatrix(wide, QUIET, 'T', PLAIN_MARKS, 90);
  assert.match(text, /^ +1 {3}2 {3}3\n {2}GET \/vip {3}✕ {3}✓ {3}\? {3}API key$/m);
  assert.match(text, /^ {2}3 {2}member where custom:department contains/m);
  assert.ok(text.replaceAll(/\n +/g, ' ').includes(reason));
  for (const line of text.split('\n')) assert.ok(line.length <= 90, line);
});

test('says what is set and not weighed', () => {
  const entry = { address: 'aws_x.y', attribute: 'z', because: 'no reason' };
  const text = formatMatrix(MATRIX, { unsupported: [entry] }, 'T', PLAIN_MARKS);
  assert.match(text, /Set, but not weighed here\n {2}! aws_x\.y\.z: no reason$/);
});

test('prints a stack without routes', () => {
  const empty: AccessMatrix = {
    principals: [],
    routes: [],
    cells: [],
    preflights: [],
    findings: [],
  };
  assert.match(formatMatrix(empty, QUIET, 'T', PLAIN_MARKS), /\(no routes\)/);
});

test('keeps the table aligned in colour', () => {
  const coloured = formatMatrix(MATRIX, QUIET, 'T', COLOUR_MARKS);
  assert.notEqual(coloured, stripVTControlCharacters(coloured));
  assert.equal(stripVTControlCharacters(coloured), formatMatrix(MATRIX, QUIET, 'T', PLAIN_MARKS));
});

test('uses colour on a terminal only, and never against NO_COLOR', () => {
  assert.equal(marksFor({ isTTY: true }, {}), COLOUR_MARKS);
  assert.equal(marksFor({ isTTY: true }, { NO_COLOR: '' }), COLOUR_MARKS);
  assert.equal(marksFor({ isTTY: true }, { NO_COLOR: '1' }), PLAIN_MARKS);
  assert.equal(marksFor({ isTTY: true }, { TERM: 'dumb' }), PLAIN_MARKS);
  assert.equal(marksFor({}, {}), PLAIN_MARKS);
});

test('prints changes as a list, and says so when there is none', () => {
  const change = {
    kind: 'access' as const,
    sentence: 'admin can no longer call GET /vip: because',
  };
  const text = 'Who can call what: one change\n\n  • admin can no longer call GET /vip: because';
  assert.equal(formatChanges([change], PLAIN_MARKS), text);
  assert.match(formatChanges([change, change], PLAIN_MARKS), /: 2 changes/);
  assert.match(formatChanges([], PLAIN_MARKS), /^No change/);
});
