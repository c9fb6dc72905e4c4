import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { RuntimeConfig } from '@gatehouse/access';

import { LOAD_AUTH_GATEWAY } from '../auth/auth-gateway';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { FakeGateway } from './fake-gateway';

export const config: RuntimeConfig = {
  region: 'us-west-2',
  userPoolId: 'us-west-2_Example',
  userPoolClientId: 'spec-client',
  identityPoolId: 'us-west-2:00000000-0000-4000-8000-000000000000',
  apiUrl: 'http://localhost:4203/dev',
  apiKey: 'spec-key',
};

const STORED = `CognitoIdentityServiceProvider.${config.userPoolClientId}.LastAuthUser`;

/** As though somebody had signed in here before. */
export function storeSession(): void {
  localStorage.setItem(STORED, 'user');
}

export function forgetStoredSession(): void {
  localStorage.removeItem(STORED);
}

/** Provides the client with a sign-in service that does as told, and a clean browser storage. */
export function setUp(
  routes: Routes = [],
  providers: (Provider | EnvironmentProviders)[] = [],
): FakeGateway {
  forgetStoredSession();
  const gateway = new FakeGateway();
  TestBed.configureTestingModule({
    providers: [
      { provide: RUNTIME_CONFIG, useValue: config },
      { provide: LOAD_AUTH_GATEWAY, useValue: () => Promise.resolve(gateway) },
      provideRouter(routes),
      ...providers,
    ],
  });
  return gateway;
}

/** What a person finds on a page: by label, by name of a button, by text. */
export class Screen {
  private constructor(private readonly harness: RouterTestingHarness) {}

  static async open(url: string): Promise<Screen> {
    return new Screen(await RouterTestingHarness.create(url));
  }

  get root(): HTMLElement {
    const root = this.harness.routeNativeElement;
    if (root === null) throw new Error('No page is open.');
    return root;
  }

  get url(): string {
    return TestBed.inject(Router).url;
  }

  get text(): string {
    return this.root.textContent.replace(/\s+/g, ' ').trim();
  }

  field(label: string): HTMLInputElement {
    const labels = [...this.root.querySelectorAll('label')];
    const found = labels.find(({ textContent }) => textContent.trim() === label)?.control;
    if (!(found instanceof HTMLInputElement)) throw new Error(`No field is labelled "${label}".`);
    return found;
  }

  async fill(label: string, value: string): Promise<void> {
    const field = this.field(label);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  async press(name: string): Promise<void> {
    const buttons = [...this.root.querySelectorAll('button')];
    const button = buttons.find(({ textContent }) => textContent.trim() === name);
    if (button === undefined) throw new Error(`No button is called "${name}".`);
    button.click();
    await this.settle();
  }

  /** What is said about a field, by its aria-describedby. */
  descriptionOf(label: string): string {
    const ids = this.field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    const texts = ids.map((id) => this.root.querySelector(`#${id}`)?.textContent ?? '');
    return texts.join(' ').replace(/\s+/g, ' ').trim();
  }

  async settle(): Promise<void> {
    await this.harness.fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    await this.harness.fixture.whenStable();
  }
}
