import type { GeneratedAttributes } from '@gatehouse/auth-model';
import { LOCAL_ACCOUNT_ID, localId } from '@gatehouse/local-ids';

import type { Placement } from './place-stack';

/** What only a cloud can tell, told by this one: ids made from addresses, and so the same from start to start, and its own ports. */
export function localAttributes(places: Placement): GeneratedAttributes {
  return {
    accountId: LOCAL_ACCOUNT_ID,
    id: localId,
    invokeUrl: (apiId, stageName) => `${places.apiOrigin(apiId)}/${stageName}`,
    websiteEndpoint: (_bucketName, _region, address) => new URL(places.websiteOrigin(address)).host,
  };
}
