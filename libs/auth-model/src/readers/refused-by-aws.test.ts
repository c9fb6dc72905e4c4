/** What AWS refuses to make, so that no stack with it starts here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson, parseTerraformState } from '@gatehouse/terraform-json';

import { readAuthModel } from '../read-auth-model';
import { symbolicAttributes } from '../symbolic-attributes';
import { assertRefused } from '../testing/assert-refused';
import {
  GROUP,
  mapping,
  part,
  PLAN,
  quota,
  REFUSED,
  RULE,
  STAGE,
  withChanges,
  type Change,
} from '../testing/refused-stacks.fixture';
import { modelOf } from '../testing/stack.fixture';
import { appliedResources, stateJson } from '../testing/state.fixture';

for (const [what, changes, ...words] of REFUSED) {
  test(`stops at ${what}, as AWS does`, () => {
    assertRefused(() => modelOf(withChanges(changes)), 'ERR_MODEL_INVALID_VALUE', ...words);
  });

  test(`names ${what} to a review, which reads the rest`, () => {
    const { unread } = readAuthModel(
      parseTerraformJson(withChanges(changes), 'cdk.tf.json'),
      symbolicAttributes,
      { leaveOutWhatCannotBeRead: true },
    );
    const because = unread.map((one) => one.because).join('\n');
    for (const word of words) assert.ok(because.includes(word), because);
  });
}

const OTHER_API = 'aws_api_gateway_rest_api.other';

const TAKEN: readonly (readonly [string, readonly Change[]])[] = [
  [
    'a parameter beside fixed parts, and another below it',
    [part('id', '{id}'), part('more', '{more}', 'id')],
  ],
  [
    'one parameter below each resource',
    [part('id', '{id}', 'vip'), part('name', '{name}', 'secure')],
  ],
  ['a greedy parameter below another', [part('id', '{id}'), part('rest', '{proxy+}', 'id')]],
  ['a path part with a colon', [part('verb', 'v1:all')]],
  ['a stage with a hyphen and an underscore', [[STAGE, { stage_name: 'v1-a_B' }]]],
  [
    'stages of one name in two APIs',
    [
      [OTHER_API, { name: 'other' }],
      ['aws_api_gateway_deployment.other', { rest_api_id: `\${${OTHER_API}.id}` }],
      [
        'aws_api_gateway_stage.other',
        {
          rest_api_id: `\${${OTHER_API}.id}`,
          deployment_id: '${aws_api_gateway_deployment.other.id}',
          stage_name: 'dev',
        },
      ],
    ],
  ],
  ['a quota of a day without an offset', [quota('DAY', 0)]],
  ['a quota that begins on the last day of a week', [quota('WEEK', 6)]],
  ['a quota that begins on the last day of a month', [quota('MONTH', 27)]],
  [
    'a usage plan for a stage of an API outside the stack',
    [[PLAN, { api_stages: [{ api_id: 'abcdefghij', stage: 'prod' }] }]],
  ],
  ['the precedence 0', [[GROUP, { precedence: 0 }]]],
];

for (const [what, changes] of TAKEN) {
  test(`takes ${what}`, () => {
    assert.doesNotThrow(() => modelOf(withChanges(changes)));
  });
}

test('plays what AWS has taken by another way than Terraform: a state with rules that a Token mapping never looks at', () => {
  const state = stateJson(appliedResources(withChanges([mapping('Token', [RULE])])));
  const { identityPools } = readAuthModel(
    parseTerraformState(state, 'state.json'),
    symbolicAttributes,
  );
  assert.equal(identityPools[0]?.roleMappings[0]?.rules.length, 1);
});
