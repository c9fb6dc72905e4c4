import type { Resolver } from '@gatehouse/terraform-json';

import type { Problems } from './problems';

/** Something of a resource that AWS would act on and Gatehouse does not play. */
export interface Unsupported {
  readonly address: string;
  readonly attribute: string;
  /** Why, and what happens instead. */
  readonly because: string;
}

/** What every block of a stack is read with. */
export interface ReadContext {
  readonly resolver: Resolver;
  readonly region: string;
  /** What is read has been applied: attributes that AWS tells stand beside arguments. */
  readonly isState: boolean;
  /** Of the provider, of a configuration: every resource has them besides its own. */
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly reportUnsupported: (entry: Unsupported) => void;
  /** What becomes of what cannot be read: it stops everything, or is remembered, and the rest is read. */
  readonly problems: Problems;
}
