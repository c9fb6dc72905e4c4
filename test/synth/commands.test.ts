import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { locateBuilds } from '../../infra/builds';
import { InfraError } from '../../infra/infra-error';
import { CLIENT_FILES, temporaryFolder, writeBuilds } from './fixture-builds';
import { ROOT, runInfra, stackFile } from './run-infra';

const dist = writeBuilds();

test('makes the one stack of dev when nothing is said, so that cdktf needs no name', () => {
  const outdir = temporaryFolder();
  const environment = { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: outdir };
  assert.deepEqual(runInfra({ program: 'main', environment }), { status: 0, stderr: '' });
  assert.deepEqual(readdirSync(join(outdir, 'stacks')), ['gatehouse-dev']);
});

for (const [program, name] of [
  ['main', 'prod'],
  ['synth', 'bench'],
] as const) {
  test(`infra/${program}.ts makes the one stack that GATEHOUSE_ENV names, where CDKTF_OUTDIR says: ${name}`, () => {
    const outdir = join(temporaryFolder(), 'not there', 'yet');
    const environment = { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: outdir, GATEHOUSE_ENV: name };
    assert.deepEqual(runInfra({ program, environment }), { status: 0, stderr: '' });
    assert.deepEqual(readdirSync(join(outdir, 'stacks')), [`gatehouse-${name}`]);
  });
}

test('bench is never deployed: what cdktf runs refuses it in one sentence', () => {
  const outdir = temporaryFolder();
  const environment = { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: outdir, GATEHOUSE_ENV: 'bench' };
  assert.deepEqual(runInfra({ program: 'main', environment }), {
    status: 1,
    stderr:
      'Environment "bench" is for measuring on a laptop and is never deployed: set GATEHOUSE_ENV to one of dev, prod, ' +
      'or run `GATEHOUSE_ENV=bench npm run synth` to write its Terraform.\n',
  });
  assert.deepEqual(readdirSync(outdir), []);
});

test('an unknown environment is one sentence on stderr and exit code 1', () => {
  const outdir = temporaryFolder();
  const environment = { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: outdir, GATEHOUSE_ENV: 'nope' };
  assert.deepEqual(runInfra({ program: 'main', environment }), {
    status: 1,
    stderr: 'There is no environment "nope": set GATEHOUSE_ENV to one of dev, prod.\n',
  });
  assert.deepEqual(readdirSync(outdir), []);
});

for (const [what, file, name] of [
  ['Lambda', 'api/function.zip', 'api'],
  ['client', 'client/browser/index.html', 'client'],
] as const) {
  test(`a missing ${what} build is one sentence that says what to run`, () => {
    const incomplete = writeBuilds();
    rmSync(join(incomplete, name), { recursive: true });
    const environment = { GATEHOUSE_DIST: incomplete, CDKTF_OUTDIR: temporaryFolder() };
    assert.deepEqual(runInfra({ program: 'synth', environment }), {
      status: 1,
      stderr: `The ${what} build is missing (dist/${file}): run \`npm run build\`.\n`,
    });
  });
}

for (const [what, content] of [
  ['empty', ''],
  ['cut short', 'PK'],
  ['no zip', '<html>'],
] as const) {
  test(`a Lambda build that is ${what} is one sentence that says what to run`, () => {
    const broken = writeBuilds();
    writeFileSync(join(broken, 'api', 'function.zip'), content);
    assert.throws(
      () => locateBuilds({ distFolder: broken }),
      (error) =>
        error instanceof InfraError &&
        error.message ===
          'The Lambda build is no zip (dist/api/function.zip): run `npm run build`.',
    );
  });
}

test('a file where the Terraform should go is one sentence that says what to do', () => {
  const outdir = join(temporaryFolder(), 'a file');
  writeFileSync(outdir, '');
  const environment = { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: outdir };
  assert.deepEqual(runInfra({ program: 'synth', environment }), {
    status: 1,
    stderr:
      `Nothing can be written to "${outdir}" (ENOTDIR): name a folder in CDKTF_OUTDIR, ` +
      'or remove what is in its place.\n',
  });
});

test('the builds of dist/ are taken only when they are fresh', () => {
  try {
    const { functionZip } = locateBuilds();
    assert.ok(existsSync(functionZip));
  } catch (error) {
    assert.ok(error instanceof InfraError);
    assert.match(error.message, /(is missing|is not fresh).*run `npm run build`\.$/);
  }
});

test('a new build leaves no asset of the one before', () => {
  const outdir = temporaryFolder();
  const first = writeBuilds({ client: { ...CLIENT_FILES, 'chunk-OLDold12.js': '1' } });
  const environment = { CDKTF_OUTDIR: outdir, GATEHOUSE_ENV: 'dev' };
  const assets = join(outdir, 'stacks', 'gatehouse-dev', 'assets');
  const synth = (from: string): readonly string[] => {
    const ran = runInfra({
      program: 'synth',
      environment: { ...environment, GATEHOUSE_DIST: from },
    });
    assert.equal(ran.status, 0, ran.stderr);
    return readdirSync(assets).filter((name) => name.includes('chunk-OLDold12'));
  };
  assert.equal(synth(first).length, 1);
  const kept = join(outdir, 'stacks', 'gatehouse-dev', '.terraform');
  mkdirSync(kept);
  writeFileSync(join(kept, 'environment'), 'what terraform keeps here');
  assert.equal(synth(dist).length, 0);
  assert.ok(existsSync(kept));
});

test('cdktf synth, as people type it, gives the same bytes', () => {
  const [byCommand, byProgram] = [temporaryFolder(), temporaryFolder()];
  const cdktf = join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cdktf, 'synth', '--output', byCommand],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_TEST_CONTEXT: undefined,
        GATEHOUSE_ENV: undefined,
        GATEHOUSE_DIST: dist,
        CHECKPOINT_DISABLE: '1',
        CI: '1',
      },
    },
  );
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  const environment = { GATEHOUSE_DIST: dist, CDKTF_OUTDIR: byProgram };
  assert.equal(runInfra({ program: 'main', environment }).status, 0);
  assert.equal(
    readFileSync(stackFile(byCommand, 'gatehouse-dev'), 'utf8'),
    readFileSync(stackFile(byProgram, 'gatehouse-dev'), 'utf8'),
  );
});

test('cdktf.json runs the program as npm installed it, and reports nothing to anyone', () => {
  const config: unknown = JSON.parse(readFileSync(join(ROOT, 'cdktf.json'), 'utf8'));
  assert.deepEqual(config, {
    language: 'typescript',
    app: 'npx --no-install tsx infra/main.ts',
    projectId: '6f0c1a52-4f0d-4a8f-9a3e-2b1f6f3f9f77',
    sendCrashReports: 'false',
    output: 'cdktf.out',
  });
});
