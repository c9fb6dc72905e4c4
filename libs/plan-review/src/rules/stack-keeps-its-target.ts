import type { Json } from '@gatehouse/terraform-json';

import type { Block, Settled } from '../block';
import { changedRegion } from '../in-one-region';
import { isSameValue } from '../resources/same-value';
import { finding, type Rule, type Verdict } from '../rule';
import { listed, say } from '../say';
import type { Snapshot } from '../snapshot';

export const stackKeepsItsTarget: Rule = {
  id: 'stack-keeps-its-target',
  title: 'Terraform works elsewhere, as somebody else, or on another state',
  severity: 'medium',
  why: 'The same resources in another account, by another role or through another endpoint are other resources; with another state, all of them are made anew beside those that are there.',
  fix: 'Keep provider and backend. Where the stack is to move, move the state first (terraform init -migrate-state), in a change of its own.',
  source:
    'AWS provider documentation, "Provider Configuration"; Terraform documentation, "Backend Configuration"',
  *check(input) {
    const { base, head } = input.written ?? input;
    if (base?.graph.kind !== 'configuration' || head?.graph.kind !== 'configuration') return;
    // That of the default provider is told as what it is: everything moves.
    const moves = changedRegion(base, head) !== undefined;
    for (const name of namesIn(base, head)) {
      const [before, after] = [base.settings.get(name), head.settings.get(name)];
      const isMoved = moves && name === 'provider.aws';
      const changed = targetOf(name, before, after).filter(
        (argument) => !(isMoved && argument === 'region') && differs(before, after, argument),
      );
      if (changed.length > 0)
        yield finding(
          name,
          say`${listed(changed)} ${[changed.length === 1 ? 'is' : 'are']} not what it was`,
        );
    }
    yield* otherProviders(base, head);
  },
};

/** Where a provider works, as whom, and what keeps it from working elsewhere. */
const TARGET = [
  'access_key',
  'allowed_account_ids',
  'assume_role',
  'assume_role_with_web_identity',
  'custom_ca_bundle',
  'ec2_metadata_service_endpoint',
  'endpoints',
  'forbidden_account_ids',
  'http_proxy',
  'https_proxy',
  'insecure',
  'profile',
  'region',
  'secret_key',
  'shared_config_files',
  'shared_credentials_files',
  'skip_credentials_validation',
  'skip_requesting_account_id',
  'sts_region',
  'token',
];

function namesIn(base: Snapshot, head: Snapshot): readonly string[] {
  const names = [...base.settings.keys(), ...head.settings.keys()];
  return [...new Set(names)].filter((name) => /^(?:provider|terraform\.backend)\./.test(name));
}

/** Of a backend, everything says where the state is. */
function targetOf(
  name: string,
  before: Block | undefined,
  after: Block | undefined,
): readonly string[] {
  if (name.startsWith('provider.')) return TARGET;
  return [...new Set([before, after].flatMap((block) => Object.keys(block?.entries('') ?? {})))];
}

function differs(before: Block | undefined, after: Block | undefined, argument: string): boolean {
  const [was, is] = [before?.value(argument), after?.value(argument)];
  const isUnsaid = was?.kind === 'unknown' && is?.kind === 'unknown' && was.because === is.because;
  return !isUnsaid && !isSameValue(valueOf(was), valueOf(is));
}

/** What is not known is not the same as anything. */
function valueOf(value: Settled<Json> | undefined): Json | undefined {
  return value?.kind === 'unknown' ? { unknown: value.because } : value?.value;
}

/** A resource that another configuration of the provider looks after from now on. */
function* otherProviders(base: Snapshot, head: Snapshot): Iterable<Verdict> {
  for (const { address, provider = 'aws' } of head.graph.resources.values()) {
    const before = base.graph.resources.get(address);
    if (before === undefined || (before.provider ?? 'aws') === provider) continue;
    yield finding(
      address,
      say`the provider ${provider} looks after it, and ${before.provider ?? 'aws'} did`,
    );
  }
}
