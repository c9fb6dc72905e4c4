import type { RedirectingWebsite, RoutingRedirect, RoutingRule } from '@gatehouse/auth-model';

import { header, type HttpRequest } from '../http/message';
import { toPath } from './object-key';

type Asked = Pick<HttpRequest, 'rawPath' | 'rawQuery' | 'rawHeaders'>;

/** Website endpoints speak plain HTTP only. */
const PROTOCOL = 'http';

/**
 * The first rule that fits a key; before the object is looked for, those that want an error fit none.
 * Source: Amazon S3 User Guide, "Configuring a webpage redirect", advanced conditional redirects.
 * @param status that the request would else end with. @default none so far
 */
export function findRoutingRule(
  rules: readonly RoutingRule[],
  key: string,
  status?: number,
): RoutingRule | undefined {
  return rules.find(
    ({ keyPrefixEquals = '', httpErrorCodeReturnedEquals: wanted }) =>
      key.startsWith(keyPrefixEquals) && (wanted === undefined || wanted === status),
  );
}

/** Where a rule sends a request: host, protocol, key and query stay unless it says otherwise. */
export function routedLocation(rule: RoutingRule, key: string, request: Asked): string {
  const { protocol = PROTOCOL, hostName = hostOf(request) } = rule.redirect;
  return `${protocol}://${headerSafe(hostName)}${pathOf(rule, key)}${queryOf(request)}`;
}

/** Where a website that redirects everything sends a request. */
export function redirectedLocation(
  { hostName, protocol = PROTOCOL }: RedirectingWebsite['redirectAllRequestsTo'],
  request: Asked,
): string {
  return `${protocol}://${headerSafe(hostName)}${request.rawPath}${queryOf(request)}`;
}

/** What stands in Terraform goes out as it is, `#` and `?` too, but for what no header can hold. */
export function headerSafe(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
}

function pathOf({ keyPrefixEquals = '', redirect }: RoutingRule, key: string): string {
  const { replaceKeyWith, replaceKeyPrefixWith }: RoutingRedirect = redirect;
  if (replaceKeyWith !== undefined) return `/${headerSafe(replaceKeyWith)}`;
  if (replaceKeyPrefixWith === undefined) return toPath(key);
  const rest = toPath(key.slice(keyPrefixEquals.length)).slice(1);
  return `/${headerSafe(replaceKeyPrefixWith)}${rest}`;
}

function hostOf(request: Asked): string {
  return header(request, 'host') ?? '';
}

function queryOf({ rawQuery }: Asked): string {
  return rawQuery === '' ? '' : `?${rawQuery}`;
}
