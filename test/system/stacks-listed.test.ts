/** docs/any-stack.md is what refusals send people to: it lists what there is, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { DATA_SOURCES } from '../../libs/auth-model/src/computed/computed-attributes';
import { NOT_MODELLED } from '../../libs/auth-model/src/not-modelled';
import { READER_OF } from '../../libs/auth-model/src/readers/readers';
import { FUNCTION_NAMES } from '../../libs/terraform-json/src/functions/functions';

const DOC = readFileSync('docs/any-stack.md', 'utf8');

function listedUnder(heading: string): readonly string[] {
  const section = DOC.split(/^(?:## |(?=Functions:))/m).find((text) => text.startsWith(heading));
  assert.ok(section, `there is no ${heading}`);
  const [list = ''] = section.slice(heading.length).split('\n\nThose named');
  return Array.from(list.matchAll(/`([a-z0-9_]+)`/g), ([, name = '']) => name);
}

for (const [heading, names] of [
  ['Functions:', FUNCTION_NAMES],
  ['Data sources', DATA_SOURCES],
  ['Resource types that are read', Object.keys(READER_OF)],
  ['Resource types that are left out', Object.keys(NOT_MODELLED)],
] as const) {
  test(`docs/any-stack.md lists under "${heading}" what is read`, () => {
    const listed = listedUnder(heading).filter((name) => name !== 'apply');
    assert.deepEqual(listed.toSorted(), [...names].toSorted());
  });
}
