import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { NavigationEnd, NavigationError, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Mark, ThemeSwitch } from '@gatehouse/design-system';

import { Session } from './auth/session';
import { groupOfToken, routePages } from './calls/route-pages';

/** Pages with a frame of their own (`Entrance`). */
const FRAMELESS = /^\/(sign-in|sign-up|confirm)$/;

@Component({
  selector: 'gh-root',
  imports: [Mark, RouterLink, RouterOutlet, ThemeSwitch],
  templateUrl: './app.html',
})
export class App {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly session = inject(Session);
  protected readonly pages = routePages;

  /** Where the client is, without query; `undefined` until it has arrived anywhere. */
  protected readonly path = signal<string | undefined>(undefined);
  /** A page that did not load: the network is down, or a new version has other file names. */
  protected readonly stuckAt = signal<string | undefined>(undefined);
  protected readonly arrived = computed(() => this.path() !== undefined);
  protected readonly framed = computed(
    () => this.stuckAt() !== undefined || !FRAMELESS.test(this.path() ?? '/'),
  );
  protected readonly group = computed(() => {
    const user = this.session.user();
    return user && groupOfToken(user.preferredRole, user.groups);
  });

  constructor() {
    void this.session.ready();
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects);
      if (event instanceof NavigationError) this.stop(event.url);
    });
  }

  private arrive(url: string): void {
    const isFirst = this.path() === undefined;
    this.stuckAt.set(undefined);
    this.path.set(url.replace(/[?#].*/, ''));
    if (!isFirst) this.startAtHeading();
  }

  private stop(url: string): void {
    this.stuckAt.set(url);
    this.startAtHeading();
  }

  /** A new page starts at its heading, for those who listen as for those who look. */
  private startAtHeading(): void {
    const atHeading = () => {
      this.document.defaultView?.scrollTo(0, 0);
      this.focus('main h1');
    };
    afterNextRender({ read: atHeading }, { injector: this.injector });
  }

  /** The skip link: a fragment would reload the page, as every address is relative to the base. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.focus('main h1');
  }

  private focus(selector: string): void {
    this.document.querySelector<HTMLElement>(selector)?.focus();
  }
}
