import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nextStep } from './next-step';

const ALONE = { environment: 'dev', isFollowed: false };
const FOLLOWED = { environment: 'dev', isFollowed: true };

test('says how to serve what was applied while nothing runs', () => {
  assert.equal(nextStep('deploy', ALONE), 'Applied. To serve it: npm start -- --applied');
  assert.match(
    nextStep('deploy', { ...ALONE, environment: 'prod' }) ?? '',
    /--applied --env prod$/,
  );
});

test('says where the accounts of a running local cloud stay', () => {
  assert.match(nextStep('deploy', FOLLOWED) ?? '', /accounts of before stay .* plain npm start/);
});

test('says how a running local cloud serves again after everything was destroyed', () => {
  assert.match(nextStep('destroy', FOLLOWED) ?? '', /restart npm start to serve the synthesized/);
  assert.equal(nextStep('destroy', ALONE), undefined);
});

test('invites to apply what changes something only', () => {
  assert.equal(nextStep('plan', ALONE), 'To apply this: npm run deploy:local');
  assert.equal(nextStep('plan', { ...ALONE, changesAnything: false }), undefined);
});
