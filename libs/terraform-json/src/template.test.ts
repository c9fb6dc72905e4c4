import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { parseTemplate } from './template';

/** How a program that writes Terraform protects literal text. */
const escape = (text: string): string => text.replace(/[$%]\{/g, (mark) => mark.charAt(0) + mark);

/** Text rich in the characters that templates are made of. */
const trickyText = fc.string({
  unit: fc.constantFrom('$', '%', '{', '}', '"', '\\', 'a', '.'),
  maxLength: 30,
});

test('gives escaped text back unchanged, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(trickyText, fc.string()), (text) => {
      const parts = text === '' ? [] : [{ kind: 'text', text }];
      assert.deepEqual(parseTemplate(escape(text)), { ok: true, parts });
    }),
  );
});

test('keeps escaped text apart from the interpolations around it', () => {
  fc.assert(
    fc.property(trickyText, trickyText, (before, after) => {
      // A `$` or `%` right before an interpolation would turn it into an escape, as it does in Terraform.
      fc.pre(!/[$%]$/.test(before));
      const parsed = parseTemplate(`${escape(before)}\${aws_a.b.c}${escape(after)}`);
      const text = (part: string) => (part === '' ? [] : [{ kind: 'text', text: part }]);
      const parts = [
        ...text(before),
        { kind: 'interpolation', source: 'aws_a.b.c' },
        ...text(after),
      ];
      assert.deepEqual(parsed, { ok: true, parts });
    }),
  );
});

test('never throws and never loses a character of plain text', () => {
  fc.assert(
    fc.property(fc.oneof(trickyText, fc.string()), (text) => {
      const parsed = parseTemplate(text);
      if (!parsed.ok) assert.match(text.slice(parsed.at), /^[$%]\{/);
      else if (!/[$%]\{/.test(text)) {
        assert.deepEqual(parsed.parts, text === '' ? [] : [{ kind: 'text', text }]);
      }
    }),
  );
});

test('reads an interpolation to its own brace, over nested braces and quoted ones', () => {
  const source = 'jsonencode({ "a}" = "\\"}" })';
  assert.deepEqual(parseTemplate(`x\${${source}}y`), {
    ok: true,
    parts: [
      { kind: 'text', text: 'x' },
      { kind: 'interpolation', source },
      { kind: 'text', text: 'y' },
    ],
  });
});

test('says where an interpolation begins that is never closed', () => {
  assert.deepEqual(parseTemplate('ab${aws_a.b'), { ok: false, at: 2 });
  assert.deepEqual(parseTemplate('ab${"}'), { ok: false, at: 2 });
});

test('tells a directive from an interpolation', () => {
  assert.deepEqual(parseTemplate('%{if x}'), {
    ok: true,
    parts: [{ kind: 'directive', source: 'if x' }],
  });
});
