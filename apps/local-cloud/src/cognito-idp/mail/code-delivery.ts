import { createHmac, randomInt } from 'node:crypto';

import type { UserPool } from '@gatehouse/auth-model';

import type { Clock } from '../../clock';
import type { Log } from '../../log';
import type { CodeStore } from '../store/code-store';
import type { Outbox } from '../store/outbox';
import { logMail } from './mail-block';

/** As the wire has it. */
export interface CodeDeliveryDetails {
  readonly Destination: string;
  readonly DeliveryMedium: 'EMAIL';
  readonly AttributeName: string;
}

interface Recipient {
  readonly sub: string;
  readonly username: string;
  readonly email: string;
}

export interface CodeDelivery {
  /** Makes a code that takes the place of any other and mails it. Synchronous, so that it may join a transaction. */
  send(pool: Pick<UserPool, 'id' | 'verification'>, to: Recipient): CodeDeliveryDetails;
}

/** Source: "Quotas in Amazon Cognito", validity of sign-up confirmation codes. */
const CODE_VALID_MS = 24 * 3_600_000;

export function createCodeDelivery(services: {
  readonly clock: Clock;
  readonly codes: CodeStore;
  readonly outbox: Outbox;
  readonly log: Log;
}): CodeDelivery {
  const { clock, codes, outbox, log } = services;
  return {
    send: ({ id, verification }, { sub, username, email }) => {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      codes.set({ sub }, { code, attribute: 'email', expiresAtMs: clock.now() + CODE_VALID_MS });
      const mail = {
        to: email,
        username,
        userPoolId: id,
        subject: fillIn(verification.emailSubject, code),
        message: fillIn(verification.emailMessage, code),
        sentAtMs: clock.now(),
      };
      outbox.deliver(mail);
      logMail(log, mail);
      return deliveryDetails(email);
    },
  };
}

function deliveryDetails(email: string): CodeDeliveryDetails {
  return { Destination: maskEmail(email), DeliveryMedium: 'EMAIL', AttributeName: 'email' };
}

/** For someone who does not exist: the same each time. */
export function simulatedDeliveryDetails(secret: Buffer, username: string): CodeDeliveryDetails {
  const seed = createHmac('sha256', secret).update(`destination ${username}`).digest();
  const letter = (at: number): string => String.fromCharCode(97 + (seed.readUInt8(at) % 26));
  return deliveryDetails(`${letter(0)}@${letter(1)}`);
}

/** `user@example.com` → `u***@e***`. */
function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${firstOf(local)}***@${firstOf(domain)}***`;
}

function firstOf(text: string): string {
  return /^./u.exec(text)?.[0] ?? '';
}

/** Source: VerificationMessageTemplateType, Cognito API reference. */
function fillIn(template: string, code: string): string {
  return template.replaceAll('{####}', code);
}
