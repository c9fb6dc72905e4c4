import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressRows } from './address-rows';

const origins = { website: 'http://localhost:4200', api: 'http://localhost:4203' };
const stages = [{ name: 'quay/v1', url: 'http://localhost:4203/v1' }];
const site = { name: 'site', url: 'http://localhost:4200' };
const charts = { name: 'charts', url: 'http://localhost:4206' };

const rows = (...websites: readonly (typeof site)[]) =>
  addressRows({ websites, origins, stages }).map(
    ({ name, url, isPage }) => `${name}: ${url}${isPage ? ' (page)' : ''}`,
  );

const SERVICES = ['execute-api: http://localhost:4203', 'quay/v1: http://localhost:4203/v1'];

test('tells several websites apart by their buckets, each a link', () => {
  assert.deepEqual(rows(site, charts), [
    'Website site: http://localhost:4200 (page)',
    'Website charts: http://localhost:4206 (page)',
    ...SERVICES,
  ]);
});

test('calls the only website just so, and shows none where the stack has none', () => {
  assert.deepEqual(rows(site), ['Website: http://localhost:4200 (page)', ...SERVICES]);
  assert.deepEqual(rows(), SERVICES);
});
