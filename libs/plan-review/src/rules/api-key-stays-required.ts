import { pairs } from '../compare';
import { finding, type Rule } from '../rule';
import { say } from '../say';

export const apiKeyStaysRequired: Rule = {
  id: 'api-key-stays-required',
  title: 'A method asks for no API key any more',
  severity: 'medium',
  why: 'Without a key no usage plan counts the call: its throttle and quota do nothing for this method.',
  fix: 'Set api_key_required to true, or limit the method in the stage’s settings.',
  source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_api_gateway_method')) {
      const was = before?.boolean('api_key_required', false);
      const now = after.boolean('api_key_required', false);
      if (was?.kind !== 'known' || !was.value || now.kind !== 'known' || now.value) continue;
      const verb = after.text('http_method', after.name);
      yield finding(
        after.address,
        say`${verb.kind === 'known' ? verb.value : after.name} asks for no API key, and did`,
      );
    }
  },
};
