import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdictsOf } from '../testing/check-rule';
import { corsStaysNarrow } from './cors-stays-narrow';

const toldOf = (origins: string) => ({
  aws_lambda_function: { api: { environment: { variables: { ALLOWED_ORIGINS: origins } } } },
});

test('reports an origin more that the function lets read', () => {
  const [one, two] = [toldOf('https://a.example'), toldOf('https://a.example, https://b.example')];
  assert.deepEqual(verdictsOf(corsStaysNarrow, one, two), [
    'aws_lambda_function.api: pages of `https://b.example` may read answers, and could not',
  ]);
  assert.deepEqual(verdictsOf(corsStaysNarrow, two, one), []);
});
