import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { routes } from '@gatehouse/access';

import { App } from './app';
import { appRoutes } from './app-routes';
import { ursula } from './testing/fake-gateway';
import { setUp, storeSession } from './testing/set-up';

async function openApp(url: string): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(App);
  await TestBed.inject(Router).navigateByUrl(url);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

async function go(url: string): Promise<void> {
  await TestBed.inject(Router).navigateByUrl(url);
  await new Promise((resolve) => setTimeout(resolve));
}

/** The home page, and then one whose code is not there. */
async function openLost(): Promise<HTMLElement> {
  const load = () => Promise.reject(new TypeError('Failed to fetch'));
  setUp([{ path: 'lost', loadComponent: load }, ...appRoutes]);
  const root = await openApp('/');
  await go('/lost').catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve));
  return root;
}

function navigation(root: HTMLElement): string[] {
  return [...root.querySelectorAll('nav a')].map(({ textContent }) => textContent.trim());
}

describe('App', () => {
  it('has a link for every row of the route table, and the account once signed in', async () => {
    setUp(appRoutes);
    expect(navigation(await openApp('/'))).toEqual(['Home', 'Secure', 'VIP']);
    expect(Object.keys(routes).length).toBe(2);
    TestBed.resetTestingModule();
    setUp(appRoutes).user = ursula;
    storeSession();
    expect(navigation(await openApp('/'))).toContain('Account');
  });

  it('marks the page it is on, and says who is signed in', async () => {
    setUp(appRoutes).user = ursula;
    storeSession();
    const root = await openApp('/vip');
    expect(root.querySelector('nav [aria-current=page]')?.textContent.trim()).toBe('VIP');
    expect(root.querySelector('header')?.textContent).toContain('Signed in as user');
  });

  it('opens an address below no page as such, and the others directly', async () => {
    setUp(appRoutes);
    const root = await openApp('/no/such/page');
    expect(root.querySelector('h1')?.textContent).toContain('There is no such page');
    expect(TestBed.inject(Router).url).toBe('/no/such/page');
  });

  it('starts a new page at its heading', async () => {
    setUp(appRoutes);
    const root = await openApp('/');
    await go('/sign-up');
    expect(document.activeElement).toBe(root.querySelector('h1'));
    expect(document.activeElement?.textContent).toContain('Create your account');
  });

  it('lets the keyboard skip to the content', async () => {
    setUp(appRoutes);
    const root = await openApp('/');
    root.querySelector<HTMLElement>('.skip-link')?.click();
    expect(document.activeElement).toBe(root.querySelector('main h1'));
  });

  it('leads from whoever is signed in to the account', async () => {
    setUp(appRoutes).user = ursula;
    storeSession();
    const root = await openApp('/');
    expect(root.querySelector('a.avatar')?.getAttribute('href')).toBe('/account');
  });

  it('says so when a page does not load, and offers a real reload', async () => {
    const root = await openLost();
    const alert = root.querySelector('main [role=alert]');
    expect(alert?.textContent).toContain('This page didn’t load');
    expect(alert?.querySelector('a')?.getAttribute('href')).toBe('/lost');
  });

  it('shows that in place of the page before, from its heading, and that page again after', async () => {
    const root = await openLost();
    const shown = () => [...root.querySelectorAll('h1')].filter((it) => it.checkVisibility());
    expect(shown().map(({ textContent }) => textContent)).toEqual(['This page didn’t load']);
    expect(document.activeElement).toBe(shown()[0] ?? null);
    await go('/sign-up');
    expect(shown().map(({ textContent }) => textContent)).toEqual(['Create your account']);
  });
});
