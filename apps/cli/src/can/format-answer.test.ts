import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { CallAnswer } from '@gatehouse/auth-model';

import { UsageError } from '../run-as-command';
import { formatAnswer, formatStages, requireAnswer } from './format-answer';
import { verdictOf } from './verdict';

const QUESTION = { principal: 'admin', httpMethod: 'GET', path: '/vip' };

const answerOf = (...verdicts: readonly (boolean | null)[]): CallAnswer => ({
  cells: verdicts.map((allowed, index) => ({
    principal: 'admin',
    route: `stage${index} GET /vip`,
    allowed,
    reason: 'because',
  })),
  callers: ['admin'],
  untold: [],
  principals: ['guest', 'member', 'admin'],
  routes: ['GET /vip'],
  stages: ['api/dev'],
});

test('gives a verdict only where every sign-in and stage agrees', () => {
  assert.equal(verdictOf(answerOf(true)), true);
  assert.equal(verdictOf(answerOf(false, false)), false);
  assert.equal(verdictOf(answerOf(true, false)), null);
  assert.equal(verdictOf(answerOf(null)), null);
});

test('says the verdict first, then each reason, then who can, then where it was read', () => {
  assert.equal(
    formatAnswer(answerOf(true, false), QUESTION, 'the state x'),
    `it depends: admin GET /vip
  admin, stage0 GET /vip: because
  admin, stage1 GET /vip: because
  who can: admin
  read from the state x`,
  );
  const nobody = { ...answerOf(false), callers: [] };
  assert.match(formatAnswer(nobody, QUESTION, 'x'), /^no: .*\n.*\n {2}who can: nobody\n/);
  assert.match(formatAnswer(answerOf(true), QUESTION, 'x'), /^yes: /);
  assert.match(formatAnswer(answerOf(true, null), QUESTION, 'x'), /^cannot be told: /);
  const open = { ...nobody, untold: ['member', 'editor'] };
  assert.match(formatAnswer(open, QUESTION, 'x'), /who can: cannot be told for member, editor\n/);
  assert.match(
    formatAnswer({ ...open, callers: ['admin'] }, QUESTION, 'x'),
    /who can: admin; cannot be told for member, editor\n/,
  );
});

test('gives each stage a line with its answer, and says how to ask about one', () => {
  const stages = [
    { stage: 'readings/live', answer: answerOf(true) },
    { stage: 'readings/trial', answer: { ...answerOf(false), callers: [] } },
  ];
  assert.equal(
    formatStages(stages, QUESTION, 'the state x'),
    `it depends on the stage: admin GET /vip
  readings/live: yes: because (who can: admin)
  readings/trial: no: because (who can: nobody)
  To ask about one of them: --stage readings/live
  read from the state x`,
  );
});

test('refuses what is not there, and lists what is', () => {
  for (const [missing, message] of [
    ['principal', /There is no admin in this stack: ask for guest, member, admin/],
    ['principal', /knows groups and no accounts: .* member where it is in none/],
    ['stage', /There is no stage undefined in this stack: it has /],
    ['route', /There is no route for GET \/vip in this stack: it has GET \/vip\./],
  ] as const)
    assert.throws(
      () => {
        requireAnswer({ ...answerOf(), missing }, QUESTION);
      },
      (error) => error instanceof UsageError && message.test(error.message),
    );
});
