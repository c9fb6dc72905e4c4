import { pairs } from '../compare';
import { finding, type Rule } from '../rule';

export const signUpStaysClosed: Rule = {
  id: 'sign-up-stays-closed',
  title: 'Anybody may make an account',
  severity: 'high',
  why: 'Whoever signs up gets the role of signed-in users: what only invited people could call is open to everybody.',
  fix: 'Set admin_create_user_config.allow_admin_create_user_only to true.',
  source: 'Cognito Developer Guide, "Signing up and confirming user accounts"',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_cognito_user_pool')) {
      const was = before?.boolean(ADMIN_ONLY, false);
      const now = after.boolean(ADMIN_ONLY, false);
      if (was?.kind === 'known' && was.value && now.kind === 'known' && !now.value) {
        yield finding(after.address, [
          'anybody may sign up, and only administrators could add users',
        ]);
      }
    }
  },
};

const ADMIN_ONLY = 'admin_create_user_config.allow_admin_create_user_only';
