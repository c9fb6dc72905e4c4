import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { CheckedGroups } from './group-table';

test('the compiler names the rows at fault, where it once said only "never"', () => {
  interface Row<Base, Precedence> {
    extends: Base;
    precedence: Precedence;
    description: string;
  }
  type Table = CheckedGroups<{
    member: { description: string };
    lost: Row<'ghost', 1>;
    a: Row<'member', 2>;
    b: Row<'member', 2>;
  }>;
  const lost: Table['lost']['extends']['problem'] = 'there is no group ghost';
  const a: Table['a']['precedence']['problem'] = 'also the precedence of b';
  const b: Table['b']['precedence']['problem'] = 'also the precedence of a';
  // @ts-expect-error: a row is not its own rival
  const self: typeof a = 'also the precedence of a';
  assert.notEqual(self, a);
  assert.notEqual(lost, b);
});
