import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Mark, ThemeSwitch } from '@gatehouse/design-system';

import { Operator } from './operator/operator';
import { TokenPage } from './pages/token-page';

interface NavigationEntry {
  readonly path: string;
  readonly label: string;
}

const PAGES: readonly NavigationEntry[] = [
  { path: '/', label: 'Overview' },
  { path: '/requests', label: 'Requests' },
  { path: '/matrix', label: 'Access matrix' },
  { path: '/users', label: 'Users' },
  { path: '/outbox', label: 'Outbox' },
  { path: '/roles', label: 'Roles' },
  { path: '/usage', label: 'Usage' },
];
/** Only where the local cloud runs with `--lab`. */
const LAB: NavigationEntry = { path: '/lab', label: 'Lab' };

interface Endpoints {
  readonly endpoints: readonly { readonly path: string }[];
}

@Component({
  selector: 'gh-root',
  imports: [Mark, RouterLink, RouterOutlet, ThemeSwitch, TokenPage],
  templateUrl: './app.html',
})
export class App {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly operator = inject(Operator);

  /** Without query; `undefined` until the page has arrived anywhere. */
  private readonly path = signal<string | undefined>(undefined);
  private readonly hasLab = signal(false);
  protected readonly pages = computed(() => {
    const path = this.path() ?? '';
    return [...PAGES, ...(this.hasLab() ? [LAB] : [])].map((page) => ({
      ...page,
      isCurrent: page.path === '/' ? path === '/' : path.split('/')[1] === page.path.slice(1),
    }));
  });

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects);
    });
    effect(() => {
      if (this.operator.currentToken() !== undefined) void this.lookForLab();
    });
  }

  private async lookForLab(): Promise<void> {
    try {
      const { endpoints } = await this.operator.get<Endpoints>('/endpoints');
      this.hasLab.set(endpoints.some(({ path }) => path.startsWith('/lab/')));
    } catch {
      // The page itself says what is wrong; without an answer there is no lab to show.
      this.hasLab.set(false);
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

  /** The skip link: a fragment would be a route. */
  protected skipToContent(event: Event): void {
    event.preventDefault();
    this.focusHeading();
  }

  private focusHeading(): void {
    this.document.querySelector<HTMLElement>('main h1')?.focus();
  }
}
