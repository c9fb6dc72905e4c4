import { refuseSignature, type SignatureClaim, type SignatureRefusal } from './signature-claim';

const TERMINATOR = 'aws4_request';

/** Where a signature must be meant for. */
export interface ExpectedScope {
  readonly region: string;
  readonly service: string;
}

/** A signature is good for one day, region and service. AWS lists all that is wrong in one message. */
export function checkScope(
  { credential, timestamp }: Pick<SignatureClaim, 'credential' | 'timestamp'>,
  expected: ExpectedScope,
): SignatureRefusal | undefined {
  const wrong: string[] = [];
  if (credential.region !== expected.region) {
    wrong.push(`Credential should be scoped to a valid region, not '${credential.region}'. `);
  }
  if (credential.service !== expected.service) {
    wrong.push(`Credential should be scoped to correct service: '${expected.service}'. `);
  }
  if (credential.terminator !== TERMINATOR) {
    wrong.push(
      `Credential should be scoped with a valid terminator: '${TERMINATOR}', not '${credential.terminator}'. `,
    );
  }
  if (credential.date !== timestamp.slice(0, 8)) {
    wrong.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${credential.date}' != '${timestamp.slice(0, 8)}', from '${timestamp}'. `,
    );
  }
  if (wrong.length === 0) return undefined;
  const message = wrong.join('');
  return refuseSignature('InvalidSignatureException', message, message.trim());
}
