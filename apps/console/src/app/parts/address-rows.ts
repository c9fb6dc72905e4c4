import type { StackAnswer } from '../operator/answers';

/** A row of the list of addresses. */
export interface AddressRow {
  readonly name: string;
  readonly url: string;
  /** A page for people: it is a link. */
  readonly isPage: boolean;
}

/** Origin → what it is, in AWS's words. */
const ORIGINS: Readonly<Record<string, string>> = {
  userPools: 'cognito-idp',
  identityPools: 'cognito-identity',
  api: 'execute-api',
  operator: 'Operator',
  s3: 'S3',
};

/** Websites first: of these a stack may have none, one or several. */
export function addressRows({
  websites,
  origins,
  stages,
}: Pick<StackAnswer, 'websites' | 'origins' | 'stages'>): readonly AddressRow[] {
  const isOnly = websites.length === 1;
  const services = Object.entries(origins)
    .filter(([origin]) => origin !== 'website')
    .map(([origin, url]) => ({ name: ORIGINS[origin] ?? origin, url }));
  return [
    ...websites.map(({ name, url }) => ({
      name: isOnly ? 'Website' : `Website ${name}`,
      url,
      isPage: true,
    })),
    ...[...services, ...stages].map((row) => ({ ...row, isPage: false })),
  ];
}
