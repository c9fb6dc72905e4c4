import assert from 'node:assert/strict';
import { test } from 'node:test';

import { reportSaying } from '../testing/hostile.fixture';
import { commentMarker, formatMarkdown } from './markdown';

const report = reportSaying('member');

test('begins with the verdict and ends with the marker of its environment', () => {
  const lines = formatMarkdown(report, { environment: 'prod' }).trimEnd().split('\n');
  assert.equal(lines[0], '`member` can now call `member`.');
  assert.equal(lines.at(-1), '<!-- gatehouse-review prod -->');
});

test('has one line when nothing changes', () => {
  const silent = { ...report, verdict: ['Nothing changes'], isSilent: true };
  assert.equal(
    formatMarkdown(silent, { environment: 'dev' }),
    'Nothing changes.\n\n<!-- gatehouse-review dev -->\n',
  );
});

test('shows what cannot be told as something else than what is denied', () => {
  const [cell] = report.access?.cells ?? [];
  assert.ok(cell && report.access);
  const sign = (after: boolean | null | undefined): string => {
    const access = { ...report.access, cells: [{ ...cell, before: true, after }] };
    const text = formatMarkdown({ ...report, access } as typeof report, { environment: 'dev' });
    return text.split('\n').find((line) => line.startsWith('| `member` | ')) ?? '';
  };
  assert.equal(sign(false), '| `member` | ✓ → ✕ |');
  assert.equal(sign(null), '| `member` | ✓ → ? |');
  assert.equal(sign(undefined), '| `member` | ✓ → – |');
});

test('says that a plan was made offline', () => {
  const text = formatMarkdown(report, { environment: 'dev', isOffline: true });
  assert.match(text, /Planned offline by the stand-in/);
});

test('refuses an environment or an address that could break out', () => {
  for (const environment of ['', 'a b', '-->', 'x'.repeat(41)]) {
    assert.throws(() => commentMarker(environment), RangeError);
  }
  for (const artifactUrl of ['http://x.example', 'https://x.example/)(', 'javascript:alert(1)']) {
    assert.throws(() => formatMarkdown(report, { environment: 'dev', artifactUrl }), RangeError);
  }
});
