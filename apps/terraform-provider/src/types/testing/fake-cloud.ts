import type { Cloud, ContentFacts } from '../../resource/cloud';
import type { Check, ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';

export interface FakeCloudProps {
  /** What has been applied, by type; each object with its `id`. @default nothing */
  readonly applied?: Readonly<Record<string, readonly SettledValues[]>>;
  /** @default none */
  readonly content?: ContentFacts;
  /** @default us-west-2 */
  readonly region?: string;
}

/** An account in memory. Ids are `<shape>-<number>`, but a name's suffix has the 26 digits that Terraform's have. */
export function fakeCloud({
  applied = {},
  content,
  region = 'us-west-2',
}: FakeCloudProps = {}): Cloud {
  let given = 0;
  const all = (type: string): readonly SettledValues[] => applied[type] ?? [];
  return {
    accountId: '123456789012',
    region,
    all,
    find: (type, id) => all(type).find((values) => values.id === id),
    newId(shape) {
      given += 1;
      return shape === 'name-suffix'
        ? String(given).padStart(26, '20261124')
        : `${shape}-${String(given)}`;
    },
    now: () => '2026-11-24T12:00:00Z',
    origins: { website: 'http://localhost:4200', api: 'http://localhost:4203' },
    ...(content && { content }),
  };
}

/** What the first check that refuses says. */
export function refusal(
  { checks = [] }: ResourceFacts,
  values: SettledValues,
  cloud: Cloud,
): string | undefined {
  return checks
    .map((check: Check) => check(values, cloud))
    .find((problem) => problem !== undefined);
}
