import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cutOf, scrollToMiddle } from './cut-of';

const at = (scrollLeft: number, scrollWidth = 500) =>
  cutOf({ scrollLeft, scrollWidth, clientWidth: 300 });

test('says on which side of a box something is out of sight', () => {
  assert.equal(at(0), 'end');
  assert.equal(at(100), 'both');
  assert.equal(at(199.5), 'start');
  assert.equal(at(0, 300), undefined);
});

test('brings a child to the middle, and never before the beginning', () => {
  const child = { offsetLeft: 400, offsetWidth: 100 };
  assert.equal(scrollToMiddle({ clientWidth: 300 }, child), 300);
  assert.equal(scrollToMiddle({ clientWidth: 300 }, { ...child, offsetLeft: 20 }), 0);
});
