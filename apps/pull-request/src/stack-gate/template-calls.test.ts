import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { TemplateProblem, templateCalls } from './template-calls';

for (const [text, ...names] of [
  ['plain text with file("a"), # and /* */'],
  ['arn:aws:execute-api:${a.b}:${data.c.d.e}:${aws_x.y.id}/*/GET/'],
  ['$${file("a")} is no template, nor is %%{ if file("a") }'],
  ['${a.b}/$${aws:username}'],
  ['100% of ${a} $ and %'],
  ['C:\\${a}'],
  ['${[for name in (list) : name if (name != "")]}'],
  ['%{ if (a) }x%{ else }y%{ endif ~}\n'],
  ['%{ for a in (b) }${a}%{ endfor }'],
  ['${a["b"].c[0][*].d...}'],
  ['${1.5e-3 + -a % 2 / 3 <= 4 && !b || c == d ? e : f}'],
  ['${"a literal file(\\"x\\") in quotes, # and // and /* in it, 50%"}'],
  ['${"$${file(1)}"}'],
  ['${lower ( "a" )}', 'lower'],
  ['${lower\n\t("a")}', 'lower'],
  ['${file("a")}', 'file'],
  ['${ base64encode( file ("a")) }', 'base64encode', 'file'],
  ['a${b}c${"d${"e${file("f")}"}"}', 'file'],
  ['%{ if true }${filebase64("a")}%{ endif }', 'filebase64'],
  ['%{ if fileexists("a") }a%{ endif }', 'fileexists'],
  ['%{for a in file("a")}%{endfor}', 'file'],
  ['\\${file("a")}', 'file'],
  ['"${file("a")}"', 'file'],
  ['${{ a = file("b") }.a}', 'file'],
  ['${"\\\\${file("a")}"}', 'file'],
  ['${"a" == "${file("a")}" ? 1 : 2}', 'file'],
  ['${templatestring(local.a, {})}', 'templatestring'],
  ['${1file("a")}', 'file'],
  ['$${${file("a")}', 'file'],
] as const) {
  test(`reads of ${JSON.stringify(text)} that it calls ${names.join(' and ') || 'nothing'}`, () => {
    assert.deepEqual([...templateCalls(text)].sort(), [...names].sort());
  });
}

for (const text of [
  '${file/**/("a")}',
  '${file /* ( */ ("a")}',
  '${file#\n("a")}',
  '${file//\n("a")}',
  '${/* " */file("a")/* " */}',
  '${provider::aws::arn_parse("a")}',
  '${core::file("a")}',
  '${provider:: lower("a")}',
  '${<<E\n${file("a")}\nE\n}',
  '${<<-E\n${file("a")}\nE\n}',
  '$$${file("a")}',
  '%%%{ if file("a") }%{ endif }',
  '%${file("a")}',
  '${"\\${file("a")}"}',
  '${"$\\"} ${file("a")}',
  '${"a\n"}',
  "${'a'}",
  '${`a`}',
  '${\u00e9file("a")}',
  '${file\u00a0("a")}',
  '${file\r("a")}',
  '${a',
  '${"a}',
  '${a;b}',
  '${"${"}',
  '${"'.repeat(100),
]) {
  test(`does not read ${JSON.stringify(text.slice(0, 40))}, and refuses it`, () => {
    assert.throws(() => templateCalls(text), TemplateProblem);
  });
}

/** A call as Terraform would take it, with whatever may stand in between. */
const between = fc.constantFrom(
  '',
  ' ',
  '\t',
  '\n',
  ' \n ',
  '/**/',
  '/* ( */',
  '#\n',
  '// "\n',
  '\r\n',
);
const call = fc
  .tuple(fc.constantFrom('', '', 'provider::a::', 'core::'), between, between)
  .map(([space, before, after]) => `${before}${space}file${after}("/proc/self/environ")`);

/** What a call may stand in, and texts beside it that try to hide it. */
const around = fc.constantFrom<(inner: string) => string>(
  (inner) => `lower(${inner})`,
  (inner) => `"\${${inner}}"`,
  (inner) => `"a \\" \${${inner}} $\${b}"`,
  (inner) => `"%{ if true }\${${inner}}%{ endif }"`,
  (inner) => `{ a = ${inner} }.a`,
  (inner) => `[for a in [${inner}] : a if (a != "")][0]`,
  (inner) => `(true ? ${inner} : "}")`,
  (inner) => `"}" == ${inner} ? 1 : 2`,
  (inner) => `"\\\\" == ${inner} ? 1 : 2`,
  (inner) => `"#" == ${inner} ? "/*" : "*/"`,
  (inner) => `<<E\n\${${inner}}\nE\n`,
);
const shown = fc.constantFrom<(inner: string) => string>(
  (inner) => `\${${inner}}`,
  (inner) => `" $\${ \${~${inner}~}"`,
  (inner) => `%%{ %{ if ${inner} == "" }a%{ endif }`,
  (inner) => `%{ for a in [${inner}] }a%{ endfor }`,
  (inner) => `\\\${${inner}} /* " */`,
);

test('misses no call, however it is wrapped and whatever stands before its bracket', () => {
  const template = fc
    .tuple(shown, fc.array(around, { maxLength: 5 }), call)
    .map(([show, wraps, inner]) => show(wraps.reduce((text, wrap) => wrap(text), inner)));
  const isCaught = (text: string): boolean => {
    try {
      return templateCalls(text).has('file');
    } catch (error) {
      return error instanceof TemplateProblem;
    }
  };
  fc.assert(fc.property(template, isCaught), { seed: 20261129, numRuns: 5_000 });
});

test('ends for every text, in time that grows with its length', () => {
  const pieces = fc.constantFrom('${', '}', '"', '\\', '$', '%{', '{', '1e', '.', 'a', '(', '\n');
  const text = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
  const isRead = (one: string): boolean => {
    try {
      templateCalls(one);
    } catch (error) {
      return error instanceof TemplateProblem;
    }
    return true;
  };
  fc.assert(fc.property(text, isRead), { seed: 20261129, numRuns: 5_000 });
  for (const piece of ['1.', '1e1', ' ', 'a ', '"\\n"', '$', '$${', '${a}', '""'])
    assert.equal(isRead(`\${${piece.repeat(200_000)}`), true);
});
