/** The gate of a pull request's stack, asked beside the real Terraform: what the one lets through calls nothing in the other. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import fc from 'fast-check';

import { gateStack } from '../../apps/pull-request/src/stack-gate/gate-stack';
import { temporaryFolder } from '../synth/fixture-builds';
import { terraform, WANTS_TERRAFORM } from '../synth/terraform-command';

const SEED = 20261129;
const TEMPLATES = Number(process.env.GATEHOUSE_TEMPLATES ?? 600);

/** Calls of a function that there is not, which Terraform names where it would call it. */
const CALLS = ['zzz()', 'zzz (1)', 'zzz/**/()', 'zzz#\n()', 'zzz//\n()', 'p::zzz()', 'zzz\n()'];

/** What a template is made of, above all where one piece could make two readers lose each other. */
const PIECES = [
  ...'${ %{ $${ %%{ $$${ %%%{ %${ $%{ $ % $$ %% { } ~} ${~'.split(' '),
  ...'" \\" \\ \\\\ \\n \\$ \\u0022 \\U00000022 \' ` a ( ) [ ] 1 1e3 1. . ... , : :: ? + - / => ='.split(
    ' ',
  ),
  ...'/* */ // # \u00e9 \ufeff \u2028 lower( upper("A") if else endif endfor in zzz() zzz'.split(
    ' ',
  ),
  ...[' ', '\n', '\r', '\u00a0', '<<E\n', '<<-E\n', '\nE\n', 'if true', 'for a in [1]'],
];

/** Whole expressions around a hole, so that most of what is made is a template at all. */
const FRAMES = [
  ['${', '}'],
  ['${"', '"}'],
  ['${"${', '}"}'],
  ['%{ if true }', '%{ endif }'],
  ['%{ if ', ' }x%{ endif }'],
  ['%{ for a in ', ' }x%{ endfor }'],
  ['${lower("', '")}'],
  ['${lower(', ')}'],
  ['${[for a in [1] : ', ']}'],
  ['${{ a = ', ' }.a}'],
  ['${"$${', '}"}'],
  ['${"\\"', '\\""}'],
  ['$${', '}'],
  ['${<<E\n', '\nE\n}'],
  ['${true ? ', ' : 1}'],
  ['a $', '{}'],
] as const;

/** What is a template with a call in it, until up to two pieces are put in anywhere. */
const template = fc
  .tuple(
    fc.array(fc.constantFrom(...FRAMES), { maxLength: 3 }),
    fc.constantFrom(...CALLS, '1'),
    fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...PIECES)), { maxLength: 2 }),
  )
  .map(([frames, call, pieces]) => {
    const whole = frames.reduceRight((inner, [open, close]) => open + inner + close, call);
    return pieces.reduce((text, [at, piece]) => text.slice(0, at) + piece + text.slice(at), whole);
  });

/** Positions are told in lines, and a template may have some: each output has so many for itself. */
const LINES = 32;
/** Terraform reads a file anew for each position in it. */
const PER_FILE = 20;

const lets = (template: string): boolean =>
  gateStack(Buffer.from(JSON.stringify({ ...STACK, output: { o: { value: template } } })), {
    requiredProviders: {},
  }).length === 0;

const STACK = { terraform: { required_providers: {} } };

interface Diagnostic {
  readonly detail: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

function diagnosticsOf(templates: ReadonlyMap<number, string>): readonly Diagnostic[] {
  const folder = temporaryFolder();
  const all = [...templates];
  for (let first = 0; first < all.length; first += PER_FILE) {
    const outputs = all
      .slice(first, first + PER_FILE)
      .map(([index, value]) => `"o${index}":${JSON.stringify({ value })}${'\n'.repeat(LINES)}`);
    writeFileSync(join(folder, `${first}.tf.json`), `{"output":{${outputs.join(',')}}}`);
  }
  const { stdout } = terraform(folder, ['validate', '-json']);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics;
}

/**
 * The templates in which Terraform would call what there is not. It evaluates none as long as one is no template at all, so that those
 * are left out first.
 */
function callingInTerraform(templates: readonly string[]): ReadonlySet<string> {
  let left = new Map(templates.entries());
  for (;;) {
    const indices = [...left.keys()];
    const wrong = new Map<number, string>();
    for (const { detail, range } of diagnosticsOf(left)) {
      if (range === undefined) continue;
      const at = Number.parseInt(range.filename, 10) + Math.floor((range.start.line - 1) / LINES);
      const index = indices[at] ?? -1;
      wrong.set(index, `${wrong.get(index) ?? ''}${detail}`);
    }
    const calling = [...wrong].filter(([, detail]) => /no function named|namespace/.test(detail));
    if (calling.length > 0 || wrong.size === 0)
      return new Set(calling.map(([index]) => templates[index] ?? ''));
    left = new Map([...left].filter(([index]) => !wrong.has(index)));
  }
}

test(
  'lets no template through in which Terraform would call a function that is not on the list',
  WANTS_TERRAFORM,
  () => {
    const templates = fc.sample(template, { seed: SEED, numRuns: TEMPLATES });
    const calling = callingInTerraform(templates);
    assert.deepEqual(
      templates.filter((template) => lets(template) && calling.has(template)),
      [],
    );
    const harmless = templates.filter((template) => /[$%]\{/.test(template) && lets(template));
    assert.ok(calling.size > TEMPLATES / 50, `Terraform called in ${calling.size} only`);
    assert.ok(harmless.length > TEMPLATES / 50, `the gate let only ${harmless.length} through`);
  },
);
