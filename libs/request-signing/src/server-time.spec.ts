import { readServerTime, toClockOffset } from './server-time';

const NOON = Date.UTC(2026, 10, 22, 12);
const EXPIRED =
  'Signature expired: 20261122T080000Z is now earlier than 20261122T115500Z (20261122T120000Z - 5 min.)';

describe('the time of the server', () => {
  it('is read from the Date header first', () => {
    expect(readServerTime('Sun, 22 Nov 2026 11:00:00 GMT', EXPIRED)).toBe(NOON - 3_600_000);
  });

  it("is read from AWS's sentence, past or future, without it", () => {
    const early = EXPIRED.replace('T120000Z - 5', 'T120000Z + 5');
    expect([EXPIRED, early].map((message) => readServerTime(null, message))).toEqual([NOON, NOON]);
  });

  for (const message of [undefined, '', 'Signature expired', '(20261399T120000Z - 5 min.)']) {
    it(`is unknown after "${String(message)}"`, () => {
      expect(readServerTime('not a date', message)).toBeUndefined();
    });
  }

  it('is told in whole seconds, and not at all when it is nearly ours', () => {
    const offsets = [-1800, 2499, 2501, -3_600_400].map((ms) => toClockOffset(NOON + ms, NOON));
    expect(offsets).toEqual([0, 0, 3000, -3_600_000]);
  });
});
