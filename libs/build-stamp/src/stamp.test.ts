import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { hashInputs } from './content-hash';
import { assertFresh, isFresh, withStamp } from './stamp';
import type { Build } from './builds';

const build: Build = {
  name: 'sample',
  inputs: ['app', 'lock.json'],
  outputs: ['dist/sample.zip', 'dist/pages'],
  stampFile: 'dist/build-stamp.json',
};

function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function makeOutputs(root: string): Promise<void> {
  write(root, 'dist/sample.zip', 'zip');
  write(root, 'dist/pages/index.html', '<p>');
  return Promise.resolve();
}

function repository(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'build-stamp-'));
  t.after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  write(root, 'app/main.ts', 'one');
  write(root, 'app/deep/part.ts', 'two');
  write(root, 'lock.json', '{}');
  return root;
}

async function builtRepository(t: TestContext): Promise<string> {
  const root = repository(t);
  await withStamp(build, root, () => makeOutputs(root));
  return root;
}

test('is fresh right after it was built', async (t) => {
  const root = await builtRepository(t);
  assert.equal(isFresh(build, root), true);
  assertFresh(build, root);
});

test('a build that was never made is named with its missing output and the command', (t) => {
  const root = repository(t);
  assert.throws(() => {
    assertFresh(build, root);
  }, /^Error: The sample build is not fresh: dist\/sample\.zip is missing; run `npm run build`\.$/);
});

test('a changed, an added, a removed and a renamed input each make it stale', async (t) => {
  const edits: ((root: string) => void)[] = [
    (root) => {
      write(root, 'app/main.ts', 'three');
    },
    (root) => {
      write(root, 'app/deep/new.ts', '');
    },
    (root) => {
      rmSync(join(root, 'app/deep/part.ts'));
    },
    (root) => {
      renameSync(join(root, 'app/main.ts'), join(root, 'app/other.ts'));
    },
  ];
  for (const edit of edits) {
    const root = await builtRepository(t);
    edit(root);
    assert.throws(() => {
      assertFresh(build, root);
    }, /app changed after it was made/);
  }
});

test('tests beside the sources are not inputs', async (t) => {
  const root = await builtRepository(t);
  write(root, 'app/main.test.ts', 'x');
  write(root, 'app/main.spec.ts', 'x');
  write(root, 'app/testing/builder.ts', 'x');
  assert.equal(isFresh(build, root), true);
});

test('modification time, file mode and the folder it lies in do not matter', async (t) => {
  const root = await builtRepository(t);
  utimesSync(join(root, 'app/main.ts'), 1, 1);
  chmodSync(join(root, 'app/main.ts'), 0o600);
  assert.equal(isFresh(build, root), true);

  const copy = join(repository(t), 'copy');
  cpSync(root, copy, { recursive: true });
  assert.deepEqual(hashInputs(build, copy), hashInputs(build, root));
  assert.equal(isFresh(build, copy), true);
});

test('a missing or altered output makes it stale', async (t) => {
  const root = await builtRepository(t);
  write(root, 'dist/pages/index.html', '<p>altered');
  assert.throws(() => {
    assertFresh(build, root);
  }, /dist\/pages was altered/);
  rmSync(join(root, 'dist/pages'), { recursive: true });
  assert.throws(() => {
    assertFresh(build, root);
  }, /dist\/pages is missing/);
});

test('what Terraform leaves beside an output does not make it stale', async (t) => {
  const root = await builtRepository(t);
  write(root, 'dist/pages/.terraform/providers/aws', 'x');
  write(root, 'dist/pages/.terraform.lock.hcl', 'x');
  assert.equal(isFresh(build, root), true);
});

test('a failed build leaves no stamp of the one before', async (t) => {
  const root = await builtRepository(t);
  await assert.rejects(
    withStamp(build, root, () => Promise.reject(new Error('no'))),
    /^Error: no$/,
  );
  assert.equal(isFresh(build, root), false);
});

test('an input edited while the build ran makes it stale', async (t) => {
  const root = repository(t);
  await withStamp(build, root, async () => {
    await makeOutputs(root);
    write(root, 'app/main.ts', 'edited meanwhile');
  });
  assert.equal(isFresh(build, root), false);
});

test('a damaged stamp proves nothing', async (t) => {
  const root = await builtRepository(t);
  const file = join(root, build.stampFile);
  for (const content of [
    '',
    '[]',
    'null',
    '{"inputs":{"app":1},"outputs":{}}',
    readFileSync(file, 'utf8').slice(0, 40),
  ]) {
    writeFileSync(file, content);
    assert.equal(isFresh(build, root), false, content);
  }
});

test('a missing input is named: the outputs are stale, and nothing can be built', async (t) => {
  const root = await builtRepository(t);
  rmSync(join(root, 'lock.json'));
  assert.throws(() => {
    assertFresh(build, root);
  }, /not fresh: lock\.json is missing; run/);
  assert.throws(
    () => hashInputs(build, root),
    /cannot be made: lock\.json, which it is made from, is missing/,
  );
});
