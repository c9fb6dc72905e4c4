/** Whatever stands in a plan, the report around it stays the report that it is with a harmless word in its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { hostileText, reportSaying } from '../testing/hostile.fixture';
import { formatJson } from './json';
import { formatMarkdown } from './markdown';
import { matrixPicture } from './matrix-picture';
import { formatSarif } from './sarif';
import { formatText } from './text';

const SEEDED = { seed: 20261124, numRuns: 400 };
/** Controls, formats (bidi among them), surrogates, and what ends a line elsewhere. */
const INVISIBLE = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;
const CODE_SPAN = /`[^`\n]*`/g;

const always = (check: (text: string) => void): void => {
  fc.assert(fc.property(hostileText, check), SEEDED);
};

test('no format lets a control, a bidi mark or half a character through', () => {
  always((text) => {
    const report = reportSaying(text);
    const formats = [
      formatText(report),
      formatMarkdown(report, { environment: 'dev' }),
      formatJson(report),
      formatSarif(report, { file: 'cdk.tf.json' }),
      matrixPicture(report),
    ];
    for (const format of formats) assert.doesNotMatch(format, INVISIBLE);
  });
});

/** Markdown without its code spans and without the words of letters that prose may hold. */
function skeleton(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => line.replace(CODE_SPAN, ''));
}

test('Markdown keeps every value in code spans, so that its lines, tags and tables are ours', () => {
  const ours = /<\/?(?:details|summary|sub)(?: open)?>|<!-- gatehouse-review dev -->/g;
  always((text) => {
    const lines = skeleton(formatMarkdown(reportSaying(text), { environment: 'dev' }));
    assert.equal(
      lines.length,
      skeleton(formatMarkdown(reportSaying('x'), { environment: 'dev' })).length,
    );
    for (const line of lines) {
      assert.doesNotMatch(line.replace(ours, ''), /[`@<>[\]\\$#~]|:\/\/|www\.|^\s*[-*_]{3,}/);
    }
  });
});

test('a row of the table has as many cells as its head, whatever the names', () => {
  always((text) => {
    const rows = formatMarkdown(reportSaying(text), { environment: 'dev' })
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.deepEqual(new Set(rows.map((row) => row.split('|').length)), new Set([4]));
  });
});

test('the picture holds its own elements and nothing that could act or load', () => {
  always((text) => {
    const picture = matrixPicture(reportSaying(text));
    const tags = [...picture.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(tags)].toSorted(), ['rect', 'svg', 'text', 'title']);
    const outside = picture.replace(/>[^<]*</g, '><');
    assert.doesNotMatch(outside, /href|url\(|script|\bon\w+=|style=|@import/i);
    assert.equal(outside.match(/https?:/g)?.length, 1, 'the name of the SVG namespace');
  });
});

test('JSON and SARIF stay JSON and keep the value; SARIF makes no link of it', () => {
  always((text) => {
    const report = reportSaying(text);
    const { resources } = JSON.parse(formatJson(report)) as {
      resources: readonly { address: string }[];
    };
    assert.equal(resources[0]?.address, text);
    const { runs } = JSON.parse(formatSarif(report, { file: 'cdk.tf.json' })) as {
      runs: readonly { results: readonly { message: { text: string } }[] }[];
    };
    const message = runs[0]?.results[0]?.message.text ?? '';
    assert.doesNotMatch(message.replace(/\\[\\[\]]/g, ''), /[[\]]/);
  });
});
