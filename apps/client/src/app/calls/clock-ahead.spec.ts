import { clockAheadMs, spanInWords } from './clock-ahead';

describe('clockAheadMs', () => {
  it('is unknown when the refusal names no times', () => {
    expect(clockAheadMs('Signature expired')).toBeUndefined();
  });
});

describe('spanInWords', () => {
  it('uses the roundest unit that still tells', () => {
    const minute = 60_000;
    expect(spanInWords(20_000)).toBe('less than a minute');
    expect(spanInWords(-minute)).toBe('1 minute');
    expect(spanInWords(7.4 * minute)).toBe('7 minutes');
    expect(spanInWords(121 * minute)).toBe('2 hours');
    expect(spanInWords(3 * 24 * 60 * minute)).toBe('3 days');
  });
});
