import { pairs, removed } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule } from '../rule';
import { say } from '../say';

export const gatewayErrorsKeepCors: Rule = {
  id: 'gateway-errors-keep-cors',
  title: 'The site cannot read why it was refused',
  severity: 'medium',
  why: 'Without CORS headers a browser shows a refusal of the gateway as a network failure: nobody sees that it was a role, a key or a limit.',
  fix: 'Keep Access-Control-Allow-Origin on every gateway response, DEFAULT_4XX and DEFAULT_5XX above all.',
  source: 'API Gateway Developer Guide, "Gateway responses for REST APIs"',
  *check(input) {
    const types = 'aws_api_gateway_gateway_response';
    for (const view of removed(input, types)) {
      if (hasCors(view))
        yield finding(view.address, say`${typeOf(view)} has no CORS headers, and had`);
    }
    for (const { before, after } of pairs(input, types)) {
      if (before !== undefined && hasCors(before) && !hasCors(after))
        yield finding(after.address, say`${typeOf(after)} has no CORS headers, and had`);
    }
  },
};

function hasCors(view: ResourceView): boolean {
  return Object.keys(view.entries('response_parameters')).some(
    (name) => name.toLowerCase() === 'gatewayresponse.header.access-control-allow-origin',
  );
}

function typeOf(view: ResourceView): string {
  const type = view.text('response_type', view.name);
  return type.kind === 'known' ? type.value : view.name;
}
