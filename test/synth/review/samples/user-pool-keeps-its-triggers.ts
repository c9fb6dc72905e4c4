import { resourceAt, type RuleSamples, type SampleStack } from '../sample';

/** The pool asks a function before somebody signs up. */
function asking(pre_sign_up: string): SampleStack {
  return {
    edit: (resources) => {
      Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
        lambda_config: { pre_sign_up },
      });
    },
  };
}

const OWN = '${aws_lambda_function.Function_Lambda.arn}';

export const userPoolKeepsItsTriggers: RuleSamples = {
  failing: [
    {
      about: 'nobody looks at who signs up any more',
      base: asking(OWN),
      head: {},
      says: /`pre_sign_up` is asked no more, and was/,
    },
    {
      about: 'another function looks at who signs up',
      base: asking(OWN),
      head: asking('arn:aws:lambda:us-west-2:123456789012:function:other'),
      says: /`pre_sign_up` is another function/,
    },
  ],
  passing: [
    {
      about: 'a function looks at who signs up from now on',
      head: asking(OWN),
    },
  ],
};
