import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { reportSaying } from '../testing/hostile.fixture';
import { fitSections } from './fit-sections';
import { formatMarkdown } from './markdown';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

const section = (count: number, width: number) => ({
  title: `Part of ${count}`,
  isOpen: false,
  lines: Array.from({ length: count }, (_, index) => `- ${index} ${'é'.repeat(width)}`),
});

test('always fits, keeps every title and says how much is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 4 }), fc.nat(60), (counts, width) => {
      const sections = counts.map((count) => section(count, width));
      const text = fitSections({
        head: ['Verdict.'],
        sections,
        foot: ['<!-- end -->'],
        elsewhere: 'the artifact',
        maxBytes: 6_000,
      });
      assert.ok(bytes(text) <= 6_000, String(bytes(text)));
      assert.match(text, /^Verdict\.\n/);
      assert.match(text, /<!-- end -->$/);
      for (const { title, lines } of sections) {
        assert.equal(text.includes(`<summary>${title}</summary>`), lines.length > 0);
      }
      const shown = text.match(/^- /gm)?.length ?? 0;
      const left = [...text.matchAll(/^(\d+) more lines/gm)].reduce(
        (sum, [, n]) => sum + Number(n),
        0,
      );
      assert.equal(
        shown + left,
        counts.reduce((sum, count) => sum + count, 0),
      );
    }),
    { seed: 20261124, numRuns: 200 },
  );
});

test('refuses room in which not even the titles fit', () => {
  const parts = { head: ['Verdict.'], sections: [section(1, 1)], foot: [], elsewhere: 'x' };
  assert.throws(() => fitSections({ ...parts, maxBytes: 100 }), /needs more than 100 bytes/);
});

test('keeps a comment of ten thousand resources within what GitHub takes, marker and all', () => {
  const report = reportSaying('aws_x.y'.repeat(30));
  const [entry] = report.resources;
  assert.ok(entry);
  const resources = Array.from({ length: 10_000 }, () => entry);
  const text = formatMarkdown(
    { ...report, resources },
    { environment: 'dev', artifactUrl: 'https://github.com/o/r/actions/runs/1' },
  );
  assert.ok(bytes(text) <= 65_536);
  assert.match(text, /more lines are in \[the artifact of this run\]\(https:\/\/github\.com/);
  assert.match(text, /<!-- gatehouse-review dev -->\n$/);
});
