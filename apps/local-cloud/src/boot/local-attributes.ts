import type { GeneratedAttributes } from '@gatehouse/auth-model';
import { LOCAL_ACCOUNT_ID, localId } from '@gatehouse/local-ids';

import type { Origins } from '../http/open-ports';

/** What only a cloud can tell, told by this one: ids made from addresses, and so the same from start to start, and its own ports. */
export function localAttributes(origins: Origins): GeneratedAttributes {
  return {
    accountId: LOCAL_ACCOUNT_ID,
    id: localId,
    invokeUrl: (_apiId, stageName) => `${origins.api}/${stageName}`,
    websiteEndpoint: () => new URL(origins.website).host,
  };
}
