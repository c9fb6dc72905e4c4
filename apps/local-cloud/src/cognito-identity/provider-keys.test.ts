import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { parseProviderKeys, readProviderKeys } from './provider-keys';

const invalid = (what: string): Error => new Error(what);

test('splits an issuer from where its keys are', () => {
  assert.deepEqual(parseProviderKeys('https://login.example.com/main=keys.json', invalid), {
    providerName: 'login.example.com/main',
    source: 'keys.json',
  });
  assert.deepEqual(parseProviderKeys('https://a.example=http://localhost:9/keys?x=1', invalid), {
    providerName: 'a.example',
    source: 'http://localhost:9/keys?x=1',
  });
});

test('takes no issuer without https, and no address beyond this machine', () => {
  for (const text of ['login.example.com=keys.json', 'https://a.example', 'http://a.example=k']) {
    assert.throws(() => parseProviderKeys(text, invalid), /--oidc takes https:/);
  }
  for (const address of [
    'https://a.example/keys',
    'http://localhost.example/',
    'http://10.0.0.1',
  ]) {
    assert.throws(
      () => parseProviderKeys(`https://a.example=${address}`, invalid),
      /from a file or from this machine/,
    );
  }
});

test('reads a key set from a file, and refuses a file that is none', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-keys-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'keys.json');
  const read = () => readProviderKeys({ providerName: 'p', source: file });
  const refused = { name: 'BootError', code: 'ERR_OIDC_KEYS', message: /Give a JSON Web Key Set/ };
  assert.throws(read, refused);
  for (const text of ['{', '[]', '{"keys":1}', ' '.repeat(1024 * 1024 + 1)]) {
    writeFileSync(file, text);
    assert.throws(read, refused);
  }
  writeFileSync(file, '{"keys":[]}');
  assert.deepEqual(read(), { providerName: 'p', source: { kind: 'keys', jwks: { keys: [] } } });
});
