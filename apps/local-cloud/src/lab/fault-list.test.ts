import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { HttpRequest } from '../http/message';
import type { Fault } from './fault';
import { FaultList } from './fault-list';

const STORM: Fault = { service: 'api', kind: 'throttle' };
const ONCE: Fault = { service: 'api', kind: 'error', path: '/dev', times: 1 };

/** A list with these in force that has met a request. */
function struckOnce(...faults: readonly Fault[]): FaultList {
  const list = new FaultList();
  list.replace(faults);
  strike(list);
  return list;
}

function strike(list: FaultList): readonly Fault[] {
  const request = { method: 'GET', rawPath: '/dev/vip', rawHeaders: [] };
  return list.strike('api', request as unknown as HttpRequest);
}

const counts = ({ state }: FaultList) => state.map(({ met, hit }) => [met, hit]);

test('goes on counting what stays in force while others come and go', () => {
  const list = struckOnce(STORM, ONCE);
  list.replace([{ service: 's3', kind: 'error' }, { times: 1, ...ONCE }, STORM]);
  assert.deepEqual(counts(list), [
    [0, 0],
    [1, 1],
    [1, 1],
  ]);
  assert.deepEqual(strike(list), [STORM]);
});

test('begins a fault anew that was taken away between, or is another in any member', () => {
  const list = struckOnce(ONCE);
  list.replace([{ ...ONCE, times: 2 }]);
  assert.deepEqual(counts(list), [[0, 0]]);
  list.replace([]);
  list.replace([ONCE]);
  assert.deepEqual(strike(list), [ONCE]);
});

test('counts each of two that are the same order by itself', () => {
  const list = struckOnce(STORM);
  list.replace([STORM, STORM]);
  assert.deepEqual(counts(list), [
    [1, 1],
    [0, 0],
  ]);
});
