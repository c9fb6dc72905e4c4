/**
 * What a refused password lacks. Cognito names one reason at a time.
 * Source: Amazon Cognito developer guide, "Adding user pool password requirements".
 * @param message `Password did not conform with policy: Password must have uppercase characters`
 */
export function passwordReason(message: string): string {
  const found = REASONS.find(([pattern]) => pattern.test(message));
  return found?.[1] ?? 'This password isn’t accepted. Make it longer, and mix kinds of characters.';
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/not long enough|length greater than/i, 'Make it longer.'],
  [/length less than/i, 'Make it shorter.'],
  [/uppercase/i, 'Add an uppercase letter.'],
  [/lowercase/i, 'Add a lowercase letter.'],
  [/numeric/i, 'Add a digit.'],
  [/symbol/i, 'Add a symbol, such as ! or ?.'],
];
