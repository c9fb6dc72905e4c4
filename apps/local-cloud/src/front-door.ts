import type { AuthModel } from '@gatehouse/auth-model';

import type { Origins } from './http/open-ports';

/** Of what is played: what answers at the fixed ports. */
export interface Doors {
  readonly hasWebsite: boolean;
  readonly hasApi: boolean;
  /** Where a person or a program begins: the website, else the first stage of the API, else the console. */
  readonly front: string;
}

/** A stack need not have a website: its address would answer 404 to whoever follows it. */
export function doorsOf(
  { buckets, restApis }: Pick<AuthModel, 'buckets' | 'restApis'>,
  { website, api, operator }: Pick<Origins, 'website' | 'api' | 'operator'>,
): Doors {
  const hasWebsite = buckets.some((bucket) => bucket.website !== undefined);
  const [first] = restApis;
  const stage = first?.stages[0]?.name;
  const behind =
    first === undefined ? `${operator}/` : stage === undefined ? api : `${api}/${stage}`;
  return { hasWebsite, hasApi: first !== undefined, front: hasWebsite ? website : behind };
}
