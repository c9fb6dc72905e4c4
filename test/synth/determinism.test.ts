import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';

import { temporaryFolder, writeBuilds } from './fixture-builds';
import { ROOT, runInfra } from './run-infra';
import { devStack } from './synthesized';

const PROGRAM = [
  'cdktf.json',
  'infra',
  'libs/access',
  'libs/build-stamp',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
];

/** The program and its builds in a folder of another name, every file with another date. */
const otherCheckout = (dist: string): string => {
  const root = join(temporaryFolder(), 'a checkout elsewhere');
  for (const path of PROGRAM) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  cpSync(dist, join(root, 'builds'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const file of filesOf(join(root, 'builds')))
    utimesSync(join(root, 'builds', file), new Date(0), new Date(0));
  return root;
};

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

const dist = writeBuilds();
const here = temporaryFolder();
const there = temporaryFolder();

test('two folders, time zones, languages and umasks give the same files with the same bytes', () => {
  const runs = [
    runInfra({
      program: 'synth',
      umask: '022',
      environment: { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: here, TZ: 'UTC', LC_ALL: 'C' },
    }),
    runInfra({
      program: 'synth',
      root: otherCheckout(dist),
      umask: '077',
      environment: {
        GATEHOUSE_DIST: 'builds',
        CDKTF_OUTDIR: there,
        TZ: 'Pacific/Kiritimati',
        LC_ALL: 'tr_TR.UTF-8',
        CDKTF_CONTEXT_JSON: '{}',
      },
    }),
  ];
  for (const { status, stderr } of runs) assert.equal(status, 0, stderr);
  const files = filesOf(here);
  assert.ok(files.includes(join('stacks', 'gatehouse-dev', 'cdk.tf.json')));
  assert.ok(files.includes(join('stacks', 'gatehouse-prod', 'cdk.tf.json')));
  assert.equal(
    files.some((file) => file.includes('gatehouse-bench')),
    false,
  );
  assert.deepEqual(filesOf(there), files);
  for (const file of files)
    assert.ok(readFileSync(join(here, file)).equals(readFileSync(join(there, file))), file);
});

test('no path, user or host of this machine is in the JSON', () => {
  for (const stack of ['gatehouse-dev', 'gatehouse-prod']) {
    const text = readFileSync(join(here, 'stacks', stack, 'cdk.tf.json'), 'utf8');
    for (const path of [ROOT, here, dist, tmpdir(), homedir(), process.cwd()])
      assert.equal(path !== '/' && text.includes(path), false, path);
    assert.doesNotMatch(text, /"\/(?!aws\/)[A-Za-z]/);
  }
});

test('the JSON of one environment with two routes stays small enough to read: below 100 KB', () => {
  const bytes = Buffer.byteLength(devStack().text);
  assert.ok(bytes < 100_000, String(bytes));
});
