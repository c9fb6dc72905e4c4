import assert from 'node:assert/strict';
import { test } from 'node:test';

import { literal } from '../../infra/literal';
import { devStack, prodStack, Synthesized } from './synthesized';

test('text of the tables stays text: Terraform reads no template in it', () => {
  const description = 'costs ${5}, or %{ if true }more%{ endif }';
  const stack = new Synthesized({
    groups: {
      member: { description },
      admin: { extends: 'member', precedence: 10, description },
    },
  });
  const escaped = 'costs $${5}, or %%{ if true }more%%{ endif }';
  assert.equal(stack.one('aws_cognito_user_group').description, escaped);
  assert.equal(stack.one('aws_iam_role', 'name', 'gatehouse-dev-member').description, escaped);
});

test('escapes openings only', () => {
  assert.equal(literal('${a} %{b} $c {d} 100%'), '$${a} %%{b} $c {d} 100%');
});

for (const stack of [devStack(), prodStack()]) {
  test(`every interpolation of ${stack.folder.split('/').at(-1) ?? ''} is a plain reference to something in it`, () => {
    // Read from the bytes, not through the guardrail, so that both would have to be wrong.
    const found = [...stack.text.matchAll(/(?<!\$)\$\{([^}]*)\}/g)].map((match) => match[1] ?? '');
    assert.ok(found.length > 100);
    const addresses = [...stack.stack.resources, ...stack.stack.dataSources].map(
      (it) => it.address,
    );
    for (const inner of found) {
      assert.match(inner, /^(data\.)?[a-z0-9_]+\.[A-Za-z_][\w-]*\.[a-z_]+$/);
      assert.ok(
        addresses.some((address) => inner.startsWith(`${address}.`)),
        inner,
      );
    }
    assert.doesNotMatch(stack.text, /(?<!%)%\{/);
  });
}
