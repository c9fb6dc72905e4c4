import { AuthFailure, type AuthFailureCode } from '../auth/auth-failure';
import type {
  AuthGateway,
  IssuedAccess,
  MailedTo,
  NewAccount,
  SignedInUser,
  SignInStep,
} from '../auth/auth-gateway';

export const ursula: SignedInUser = {
  username: 'user',
  name: 'Ursula Franklin',
  email: 'user@example.com',
  groups: [],
  preferredRole: undefined,
};

export const ada: SignedInUser = {
  username: 'admin',
  name: 'Ada Lovelace',
  email: 'admin@example.com',
  groups: ['admin'],
  preferredRole: 'gatehouse-dev-admin',
};

/** The border to the sign-in service: answers what a spec tells it to, and notes what it was asked. */
export class FakeGateway implements AuthGateway {
  readonly asked: string[] = [];
  user: SignedInUser | null = null;
  step: SignInStep = { kind: 'signed-in' };
  mailedTo: MailedTo = 'a***@e***';
  expiration = new Date('2026-11-22T10:00:00Z');
  private readonly failures = new Map<string, AuthFailure>();
  private readonly holds = new Map<string, Promise<void>>();

  /** Every later call of this operation is rejected. */
  fail(operation: keyof AuthGateway, code: AuthFailureCode, message = 'told by the service'): void {
    this.failures.set(operation, new AuthFailure(code, message));
  }

  /** Every later call of this operation is answered once the returned function is called. */
  hold(operation: keyof AuthGateway): () => void {
    let release = (): void => undefined;
    this.holds.set(operation, new Promise((resolve) => (release = resolve)));
    return release;
  }

  heal(): void {
    this.failures.clear();
  }

  currentUser(fresh = false): Promise<SignedInUser | null> {
    return this.answer('currentUser', String(fresh), this.user);
  }

  access(fresh = false): Promise<IssuedAccess | null> {
    const credentials = {
      accessKeyId: 'ASIAEXAMPLE',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      expiration: this.expiration,
    };
    const issued = this.user === null ? null : { identityId: 'us-west-2:1', credentials };
    return this.answer('access', String(fresh), issued);
  }

  signIn(username: string, password: string): Promise<SignInStep> {
    return this.answer('signIn', `${username} ${password}`, this.step);
  }

  signUp(account: NewAccount): Promise<MailedTo> {
    return this.answer('signUp', Object.values(account).join(' '), this.mailedTo);
  }

  async confirmSignUp(username: string, code: string): Promise<void> {
    await this.answer('confirmSignUp', `${username} ${code}`, undefined);
  }

  resendCode(username: string): Promise<MailedTo> {
    return this.answer('resendCode', username, this.mailedTo);
  }

  async signOut(): Promise<void> {
    await this.answer('signOut', '', undefined);
  }

  async signOutEverywhere(): Promise<void> {
    await this.answer('signOutEverywhere', '', undefined);
  }

  private async answer<T>(operation: keyof AuthGateway, input: string, value: T): Promise<T> {
    this.asked.push(`${operation} ${input}`.trim());
    await this.holds.get(operation);
    const failure = this.failures.get(operation);
    if (failure !== undefined) throw failure;
    return value;
  }
}
