import { introduced } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const credentialIsNotCreated: Rule = {
  id: 'credential-is-not-created',
  title: 'A lasting credential is made',
  severity: 'high',
  why: 'It works from anywhere until somebody takes it away, and its secret stands in the state in plain text.',
  fix: 'Use a role: of the function, of an identity pool, or of the pipeline by OIDC.',
  source: 'IAM User Guide, "Security best practices in IAM" (temporary credentials)',
  check: (input) => introduced(input, credentials),
};

const LASTING: Readonly<Record<string, string>> = {
  aws_iam_access_key: 'an access key',
  aws_iam_user: 'a user of the account',
  aws_iam_user_login_profile: 'a password for the console',
  aws_iam_service_specific_credential: 'a password for a service',
  aws_iam_signing_certificate: 'a certificate that signs requests',
};

function* credentials(snapshot: Snapshot): Iterable<Verdict> {
  for (const { address, type } of snapshot.ofType(...Object.keys(LASTING))) {
    yield finding(address, say`${[LASTING[type] ?? 'a credential']} is made`);
  }
}
