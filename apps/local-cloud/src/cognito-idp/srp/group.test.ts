import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { G, GROUP_BYTES, modPow, N, toBigInt } from './group';

/** The same power by square and multiply. */
function slowModPow(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let bit = exponent.toString(2).length - 1; bit >= 0; bit -= 1) {
    result = (result * result) % N;
    if ((exponent >> BigInt(bit)) & 1n) result = (result * base) % N;
  }
  return result;
}

/** Reproducible numbers of a given size. */
function number(seed: string, bytes: number): bigint {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, index) =>
    createHash('sha256').update(`${seed} ${index}`).digest(),
  );
  return toBigInt(Buffer.concat(blocks).subarray(0, bytes));
}

test('is the 3072-bit group: N and (N-1)/2 pass a Fermat test', () => {
  assert.equal(GROUP_BYTES, 384);
  assert.equal(modPow(3n, N - 1n), 1n);
  const q = (N - 1n) / 2n;
  assert.equal(modPow(G, q) === 1n || modPow(G, q) === N - 1n, true);
});

test('computes the same power as BigInt, odd and even, short and long exponents', () => {
  const exponents = [1n, 2n, 3n, 4n, 65_537n, 65_536n, N - 2n];
  for (const size of [1, 16, 32, 32, 48, 128, 383]) {
    exponents.push(number(`exponent ${size} ${exponents.length}`, size) | 1n);
    exponents.push(number(`exponent ${size} ${exponents.length}`, size) & ~1n);
  }
  for (const [index, exponent] of exponents.entries()) {
    if (exponent === 0n) continue;
    const base = number(`base ${index}`, 384) % N;
    assert.equal(modPow(base, exponent), slowModPow(base, exponent), `exponent ${index}`);
  }
  assert.equal(modPow(0n, 7n), 0n);
  assert.equal(modPow(1n, 7n), 1n);
  assert.equal(modPow(N - 1n, 2n), 1n);
});
