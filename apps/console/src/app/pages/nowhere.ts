import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';

/** For an address that no page has: it was mistyped, or is of another version. */
@Component({
  selector: 'gh-nowhere',
  imports: [RouterLink],
  template: `
    <h1 tabindex="-1">No such page</h1>
    <p class="lead">
      The console has no page at <code>{{ address() }}</code
      >.
    </p>
    <div class="card empty-state">
      <h2>Where you may want to go</h2>
      <p>
        The <a routerLink="/">overview</a> says what is played here, the
        <a routerLink="/requests">requests</a> are what was asked, and the
        <a routerLink="/matrix">access matrix</a> is who may call what. The other pages are in the
        navigation.
      </p>
    </div>
  `,
})
export class Nowhere {
  /** Another address that no page has shows in the same page. */
  private readonly segments = toSignal(inject(ActivatedRoute).url);
  protected readonly address = computed(
    () => `/${(this.segments() ?? []).map(({ path }) => path).join('/')}`,
  );
}
