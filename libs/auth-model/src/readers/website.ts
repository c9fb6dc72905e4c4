import { AuthModelError } from '../auth-model-error';
import type { BlockReader } from '../block-reader';
import { asOneOf, asText } from '../json-types';
import type { RedirectingWebsite, Website } from '../model-site';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';
import { readRoutingRules } from './routing-rules';

/** Source: S3 API reference, "PutBucketWebsite". */
export function readWebsite(block: BlockReader): Owned<Website> {
  block.ignore('expected_bucket_owner');
  block.told('website_domain', 'website_endpoint');
  return { address: block.address, owner: block.text('bucket'), value: readWhole(block) };
}

function readWhole(block: BlockReader): Website {
  const endpoint = block.computed('website_endpoint');
  const redirectAllRequestsTo = readRedirectAll(block);
  if (redirectAllRequestsTo !== undefined) {
    for (const other of ['index_document', 'error_document', 'routing_rule', 'routing_rules']) {
      block.refuse(other, 'a website that redirects all requests has nothing else');
    }
    return { endpoint, redirectAllRequestsTo };
  }
  const index = block.block('index_document');
  if (index === undefined) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${block.where('index_document')} is missing. Set it, or redirect_all_requests_to.`,
    );
  }
  const indexDocument = index.text('suffix');
  if (indexDocument === '' || indexDocument.includes('/')) {
    throw new AuthModelError(
      'ERR_MODEL_INVALID_VALUE',
      `${index.where('suffix')} must be a file name without "/", but is ${JSON.stringify(indexDocument)}.`,
    );
  }
  const error = block.block('error_document');
  const errorDocument = error?.text('key');
  for (const read of [index, error]) read?.end();
  const routingRules = readRoutingRules(block);
  return { endpoint, indexDocument, routingRules, ...withoutUndefined({ errorDocument }) };
}

function readRedirectAll(
  block: BlockReader,
): RedirectingWebsite['redirectAllRequestsTo'] | undefined {
  const redirect = block.block('redirect_all_requests_to');
  if (redirect === undefined) return undefined;
  const hostName = redirect.text('host_name');
  const given = redirect.optional('protocol', asText);
  const protocol =
    given === undefined || given === ''
      ? undefined
      : asOneOf('http', 'https')(given, redirect.where('protocol'));
  redirect.end();
  return { hostName, ...withoutUndefined({ protocol }) };
}
