import type { CognitoUserPoolVerificationMessageTemplate } from '@cdktf/provider-aws/lib/cognito-user-pool';

import { literal } from '../literal';

/** Where Cognito puts the code. Source: Amazon Cognito Developer Guide, "Configuring email messages". */
const CODE = '{####}';

const MESSAGE = [
  '<p>Welcome to Gatehouse.</p>',
  `<p>Your code is <strong>${CODE}</strong>. It can be used once, within a day.</p>`,
  '<p>If you did not ask for it, ignore this mail: nothing happens without the code.</p>',
].join('\n');

/** The mail with which a new user proves an address. */
export const VERIFICATION_MAIL: CognitoUserPoolVerificationMessageTemplate = {
  defaultEmailOption: 'CONFIRM_WITH_CODE',
  emailSubject: literal('Your Gatehouse code'),
  emailMessage: literal(MESSAGE),
};
