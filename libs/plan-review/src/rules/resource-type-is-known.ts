import { introduced } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const resourceTypeIsKnown: Rule = {
  id: 'resource-type-is-known',
  title: 'A resource of a type that is not weighed here',
  severity: 'info',
  why: 'Nothing in this review knows what the resource does: it may grant access that no line here shows.',
  fix: 'Read its plan by hand. To have it weighed, add a reader to libs/auth-model/src/readers/, or the reason to leave it out to not-modelled.ts.',
  source: 'Gatehouse, ARCHITECTURE.md, "One obvious place"',
  check: (input) => introduced(input, strangers),
};

/** Families of types that say who may do what. */
const ABOUT_ACCESS =
  /^aws_(?:iam_|cognito_|api_gateway_|apigatewayv2_|lambda_(?:permission|function_url)|organizations_|sso|ssoadmin_|verifiedpermissions_)|_policy(?:_attachment)?$|_permissions?$/;

function* strangers({ unknownTypes }: Snapshot): Iterable<Verdict> {
  for (const { address, type, mode } of unknownTypes) {
    if (mode === 'data') continue;
    const severity = ABOUT_ACCESS.test(type) ? 'medium' : 'info';
    yield finding(
      address,
      say`type ${type} is not known here: what it grants is not weighed`,
      severity,
    );
  }
}
