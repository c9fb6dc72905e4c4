import { Component } from '@angular/core';

import { RouterLink } from '../first-load';

@Component({
  selector: 'gh-not-found',
  imports: [RouterLink],
  template: `
    <h1 tabindex="-1">There is no such page</h1>
    <p class="lead">
      The address may be mistyped, or the page has moved. Nothing of yours is lost.
    </p>
    <p class="hero-actions"><a class="button primary" routerLink="/">Go home</a></p>
  `,
})
export class NotFound {}
