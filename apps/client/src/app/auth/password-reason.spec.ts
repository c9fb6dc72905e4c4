import { passwordReason } from './password-reason';

describe('passwordReason', () => {
  it('says what to add, one thing at a time, as Cognito does', () => {
    const reason = (text: string) =>
      passwordReason(`Password did not conform with policy: ${text}`);
    expect(reason('Password not long enough')).toBe('Make it longer.');
    expect(reason('Password must have uppercase characters')).toBe('Add an uppercase letter.');
    expect(reason('Password must have lowercase characters')).toBe('Add a lowercase letter.');
    expect(reason('Password must have numeric characters')).toBe('Add a digit.');
    expect(reason('Password must have symbol characters')).toBe('Add a symbol, such as ! or ?.');
    expect(reason('Password must rhyme')).toContain('isn’t accepted');
  });
});
