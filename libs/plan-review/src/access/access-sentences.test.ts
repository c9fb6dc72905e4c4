import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { AccessCause, AccessChange, AccessDiff } from '@gatehouse/auth-model';

import { toPlain } from '../say';
import { gainedSentences } from './access-sentences';

const gain = (principal: string, route: string, cause: AccessCause): AccessChange => ({
  principal,
  route,
  before: cause.kind === 'authorization' ? false : undefined,
  after: true,
  reason: 'a statement allows',
  cause,
});

const OPENED: AccessCause = { kind: 'authorization', before: 'AWS_IAM', after: 'NONE' };

test('says first who is there already and may do more, then what is new to all, then who is new', () => {
  const gained = [
    gain('editor', 'GET /secure', { kind: 'principal-added' }),
    gain('member', 'POST /new', { kind: 'route-added' }),
    gain('guest', 'GET /vip', OPENED),
  ];
  const diff: AccessDiff = {
    gained,
    lost: [],
    doubtful: [],
    unchanged: 0,
    principals: [],
    routes: [],
    cells: gained,
  };
  assert.deepEqual(
    gainedSentences(diff).map((said) => toPlain(said).split(',')[0]),
    [
      '`guest` can now call `GET /vip` (was denied)',
      '`member` can now call `POST /new`',
      '`editor` can now call `GET /secure`',
    ],
  );
});
