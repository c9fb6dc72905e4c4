import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Mark, ThemeSwitch } from '@gatehouse/design-system';

import { injectRepeatedly } from './operator/live';
import { Operator } from './operator/operator';
import { TokenPage } from './pages/token-page';
import { CutEdges } from './parts/cut-edges';
import { scrollToMiddle } from './parts/cut-of';
import { LabStrip } from './parts/lab-strip';

interface NavigationEntry {
  readonly path: string;
  readonly label: string;
}

const PAGES: readonly NavigationEntry[] = [
  { path: '/', label: 'Overview' },
  { path: '/requests', label: 'Requests' },
  { path: '/matrix', label: 'Access matrix' },
  { path: '/users', label: 'Users and groups' },
  { path: '/outbox', label: 'Outbox' },
  { path: '/roles', label: 'Roles and policies' },
  { path: '/usage', label: 'Keys and usage' },
];
/** Only where the local cloud runs with `--lab`. */
const LAB: NavigationEntry = { path: '/lab', label: 'Lab' };
/** A local cloud that starts again under an open page may do so with a laboratory, or without. */
const LOOK_FOR_LAB_EVERY_MS = 3000;

interface Endpoints {
  readonly endpoints: readonly { readonly path: string }[];
}

@Component({
  selector: 'gh-root',
  imports: [CutEdges, LabStrip, Mark, RouterLink, RouterOutlet, ThemeSwitch, TokenPage],
  templateUrl: './app.html',
})
export class App {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly operator = inject(Operator);

  /** Without query; `undefined` until the page has arrived anywhere. */
  private readonly path = signal<string | undefined>(undefined);
  protected readonly hasLab = signal(false);
  /** Which says itself what it does. */
  protected readonly isOnLab = computed(() => this.path() === LAB.path);
  protected readonly pages = computed(() => {
    const path = this.path() ?? '';
    return [...PAGES, ...(this.hasLab() ? [LAB] : [])].map((page) => ({
      ...page,
      isCurrent: page.path === '/' ? path === '/' : path.split('/')[1] === page.path.slice(1),
    }));
  });

  private readonly nav = viewChild<ElementRef<HTMLElement>>('nav');

  constructor() {
    // Where the pages stand in one row that is cut, the one that is open must be seen: also when Lab comes into it after the page.
    afterRenderEffect({
      write: () => {
        this.pages();
        this.showCurrent();
      },
    });
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects);
    });
    effect(() => {
      this.operator.currentToken();
      void this.lookForLab();
    });
    injectRepeatedly(() => this.lookForLab(), LOOK_FOR_LAB_EVERY_MS);
  }

  private async lookForLab(): Promise<void> {
    if (this.operator.currentToken() === undefined) return;
    try {
      const { endpoints } = await this.operator.get<Endpoints>('/endpoints');
      this.hasLab.set(endpoints.some(({ path }) => path.startsWith('/lab/')));
    } catch {
      // The page itself says what is wrong. Until there is an answer again, what was last heard stands.
    }
  }

  private arrive(url: string): void {
    const before = this.path();
    const now = url.replace(/[?#].*/, '');
    this.path.set(now);
    if (before === undefined || before === now) return;
    const atHeading = () => {
      this.document.defaultView?.scrollTo(0, 0);
      this.focusHeading();
    };
    afterNextRender({ read: atHeading }, { injector: this.injector });
  }

  private showCurrent(): void {
    const nav = this.nav()?.nativeElement;
    const current = nav?.querySelector<HTMLElement>('[aria-current]');
    if (nav && current) nav.scrollLeft = scrollToMiddle(nav, current);
  }

  /** The skip link: a fragment would be a route. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.focusHeading();
  }

  private focusHeading(): void {
    this.document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
