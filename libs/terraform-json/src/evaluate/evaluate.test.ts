import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { parseTerraformJson } from '../parse-terraform-json';
import { describeReference, known, resolve, type Resolver } from '../resolve';
import { TerraformJsonError } from '../terraform-json-error';
import type { Json, JsonObject, Value } from '../value';

const DECLARED: JsonObject = {
  variable: {
    env: { type: 'string', default: 'dev' },
    sizes: { default: { small: 1, large: 3 } },
    literal: { default: '${not.a.template}' },
    asked: { type: 'string' },
  },
  locals: {
    name: 'shop-${var.env}',
    teams: ['ops', 'dev'],
    both: { team: '${local.teams[1]}', size: '${var.sizes["large"]}' },
    roles: { ops: '${aws_iam_role.ops.arn}', dev: '${aws_iam_role.dev.arn}' },
  },
  resource: {
    aws_iam_role: { ops: { name: 'ops' }, dev: { name: 'dev' } },
    aws_sns_topic: { each: { for_each: '${toset(local.teams)}', name: '${each.key}' } },
  },
};

/** What an expression comes to once `apply` has told the attributes: `<aws_iam_role.ops.arn>`. */
const told: Resolver = (reference) => known(`<${describeReference(reference)}>`);

function worth(json: Json, resolver = told): Value {
  const graph = parseTerraformJson({ ...DECLARED, output: { x: { value: json } } }, 'main.tf.json');
  return resolve(graph.outputs.x ?? { kind: 'unknown', because: 'no output' }, resolver);
}

const WORTH: readonly (readonly [string, Json])[] = [
  ['local.name', 'shop-dev'],
  ['var.literal', '${not.a.template}'],
  ['local.both.team', 'dev'],
  ['local.both["size"] + 1', 4],
  ['1 + 2 * 3 - -4', 11],
  ['(1 + 2) * 3 == 9 && !(2 > 3)', true],
  ['var.env == "prod" ? "p-${local.name}" : "d-${local.name}"', 'd-shop-dev'],
  ['format("%s-%03d-%%", local.name, 7)', 'shop-dev-007-%'],
  ['formatlist("%s@%s", local.teams, "x")', ['ops@x', 'dev@x']],
  ['join(",", sort(concat(local.teams, ["all"])))', 'all,dev,ops'],
  ['lookup(var.sizes, "huge", 9)', 9],
  ['merge(var.sizes, { small = 2, "other": true })', { small: 2, large: 3, other: true }],
  ['keys(merge({ b = 1 }, { a = 2 }))', ['a', 'b']],
  ['[for t in local.teams : upper(t) if t != "ops"]', ['DEV']],
  ['{ for i, t in local.teams : t => i }', { ops: 0, dev: 1 }],
  ['{ for t in local.teams : length(t) => t... }', { '3': ['ops', 'dev'] }],
  ['flatten([["a"], [["b"]]])', ['a', 'b']],
  ['element(local.teams, 3)', 'dev'],
  ['substr("abcdef", -3, 2)', 'de'],
  ['replace("a.b.c", ".", "$&")', 'a$&b$&c'],
  ['split("/", "a/b")', ['a', 'b']],
  ['trimprefix("arn:x", "arn:")', 'x'],
  ['coalesce("", null, "z")', 'z'],
  ['toset(["b", "a", "b"])', ['a', 'b']],
  [
    'setproduct(["a"], [1, 2])',
    [
      ['a', 1],
      ['a', 2],
    ],
  ],
  ['zipmap(["a"], [1])', { a: 1 }],
  ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
  ['try(local.both.nothing, "else")', 'else'],
  ['can(local.both.nothing)', false],
  ['jsonencode({ b = [1, null], a = "<x>" })', '{"a":"\\u003cx\\u003e","b":[1,null]}'],
  ['jsondecode("{\\"a\\": 1}").a', 1],
  ['sha1("abc")', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['base64encode("é")', 'w6k='],
  ['urlencode("a b&(c)")', 'a+b%26%28c%29'],
  ['path.module', '.'],
  ['terraform.workspace', 'default'],
  ['"${"nested ${"deep"} }"}"', 'nested deep }'],
  ['range(1, 4)', [1, 2, 3]],
  ['/* nothing */ 1 # really', 1],
];

for (const [source, value] of WORTH) {
  test(`works out ${source}`, () => {
    assert.deepEqual(worth(`\${${source}}`), known(value));
  });
}

const AFTER_APPLY: readonly (readonly [string, Json])[] = [
  ['local.roles.ops', '<aws_iam_role.ops.arn>'],
  [
    '[local.roles.ops, "${local.roles["dev"]}/*"]',
    ['<aws_iam_role.ops.arn>', '<aws_iam_role.dev.arn>/*'],
  ],
  ['values(local.roles)', ['<aws_iam_role.dev.arn>', '<aws_iam_role.ops.arn>']],
  ['jsonencode({ r = aws_iam_role.ops.arn })', '{"r":"\\u003caws_iam_role.ops.arn\\u003e"}'],
  ['upper(aws_iam_role.ops.id)', '<AWS_IAM_ROLE.OPS.ID>'],
  ['split(".", aws_iam_role.ops.arn)[1]', 'ops'],
  ['aws_iam_role.ops.arn == "x" ? 1 : 2', 2],
  ['aws_sns_topic.each["dev"].arn', '<aws_sns_topic.each["dev"].arn>'],
  [
    '[for k, t in aws_sns_topic.each : "${k}=${t.arn}"]',
    ['dev=<aws_sns_topic.each["dev"].arn>', 'ops=<aws_sns_topic.each["ops"].arn>'],
  ],
  [
    'values(aws_sns_topic.each)[*].name',
    ['<aws_sns_topic.each["dev"].name>', '<aws_sns_topic.each["ops"].name>'],
  ],
];

for (const [source, value] of AFTER_APPLY) {
  test(`works out ${source} once attributes are told`, () => {
    assert.deepEqual(worth(`\${${source}}`), known(value));
  });
}

test('waits for what it is made of, and names that', () => {
  const open: Resolver = (reference) => ({ kind: 'reference', reference });
  assert.deepEqual(worth('${upper(aws_iam_role.ops.arn)}', open), {
    kind: 'unknown',
    because: 'depends on aws_iam_role.ops.arn',
  });
  assert.deepEqual(worth('${filesha256("x.zip")}'), {
    kind: 'unknown',
    because: 'filesha256 reads a file',
  });
  const whole = worth('${jsonencode(aws_iam_role.ops)}');
  assert.match(whole.kind === 'unknown' ? whole.because : '', /the whole of aws_iam_role\.ops/);
});

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['file("x")', /the function file is not among those that are/],
  ['local.nothing', /no local value nothing/],
  ['var.nothing', /no variable nothing/],
  ['var.asked', /variable\.asked has no default/],
  ['module.a.b', /modules are not read/],
  ['each.key', /several instances only/],
  ['local', /local alone is no value/],
  ['local.teams[5]', /no item 5/],
  ['1 +', /a name or a value is expected/],
  ['[1, 2', /expected/],
  ['1 / 0', /nought/],
  ['format("%x", 1)', /the verb %x/],
  ['replace("a", "/a/", "b")', /regular expression/],
  ['[for t in aws_iam_role.ops.tags : t]', /known only after apply/],
  ['aws_iam_role.ops[0].arn', /has no instances/],
  ['{ (aws_iam_role.ops.arn) = 1 }', /a key is known only after apply/],
  ['a ~ b', /"~" is not read/],
];

for (const [source, because] of REFUSED) {
  test(`refuses ${source} in one sentence with the two ways`, () => {
    assert.throws(
      () => worth(`\${${source}}`),
      (error) => {
        assert.ok(error instanceof TerraformJsonError, String(error));
        assert.match(error.message, because);
        assert.match(error.message, /docs\/any-stack\.md .*terraform show -json .*--state/);
        return true;
      },
    );
  });
}

test('refuses a circle of local values, and what grows without end', () => {
  const parse = (locals: JsonObject) => () => parseTerraformJson({ locals }, 'main.tf.json');
  assert.throws(
    parse({ a: '${local.b}', b: '${local.a}' }),
    /local\.a → local\.b → local\.a is a circle/,
  );
  const doubling = Object.fromEntries(
    Array.from({ length: 64 }, (_, at) => [
      `l${at}`,
      at === 0 ? 'xx' : `\${local.l${at - 1}}\${local.l${at - 1}}`,
    ]),
  );
  assert.throws(parse(doubling), /too many or too long/);
  const lists = Object.fromEntries(
    Array.from({ length: 64 }, (_, at) => [
      `l${at}`,
      at === 0 ? ['x'] : [`\${local.l${at - 1}}`, `\${local.l${at - 1}}`],
    ]),
  );
  assert.throws(parse({ ...lists, all: '${jsonencode(local.l63)}' }), /too many or too long/);
});

test('never ends in anything but a value or a refusal, whatever is written', () => {
  const piece = fc.constantFrom(
    ...['local.name', 'var.env', '"a"', '1', '[', ']', '{', '}', '(', ')', '.', ',', '=', '=>'],
    ...[
      'for',
      'in',
      ':',
      '?',
      '*',
      '...',
      'x',
      'join',
      'merge',
      '"${',
      '"',
      '+',
      '!',
      'null',
      '\\',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        worth(`\${${pieces.join(' ')}}`);
      } catch (error) {
        assert.ok(error instanceof TerraformJsonError, String(error));
      }
    }),
    { seed: 4, numRuns: 2000 },
  );
});
