import type { BlockReader } from '../block-reader';
import { asTexts } from '../json-types';
import type { OpenIdProvider } from '../model-identity';

/** Source: IAM API reference, "CreateOpenIDConnectProvider": the URL is the `iss` of the tokens, and its scheme is always https. */
export function readOpenIdConnectProvider(block: BlockReader): OpenIdProvider {
  // Which certificate the provider shows: its keys are given to the local cloud by hand.
  block.ignore('thumbprint_list');
  block.told('arn');
  return {
    providerName: block.text('url').replace(/^https:\/\//, ''),
    arn: block.computed('arn'),
    clientIds: block.required('client_id_list', asTexts),
  };
}
