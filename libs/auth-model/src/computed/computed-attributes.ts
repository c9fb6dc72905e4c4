import { API_ATTRIBUTES } from './api-attributes';
import type { Derivation, WholeDerivation } from './derivation';
import { IDENTITY_ATTRIBUTES } from './identity-attributes';
import { SITE_ATTRIBUTES } from './site-attributes';

/** Every attribute that Terraform only knows after `apply`, by type; data sources begin with `data.`. */
export const COMPUTED_ATTRIBUTES: Readonly<
  Record<string, Readonly<Record<string, Derivation | WholeDerivation>>>
> = {
  ...API_ATTRIBUTES,
  ...IDENTITY_ATTRIBUTES,
  ...SITE_ATTRIBUTES,
};

/** Data sources whose every attribute comes from the table. */
export const DATA_SOURCES: readonly string[] = Object.keys(COMPUTED_ATTRIBUTES)
  .filter((type) => type.startsWith('data.'))
  .map((type) => type.slice('data.'.length));
