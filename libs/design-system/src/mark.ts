import { Component } from '@angular/core';

/** The arch. Decoration: the name stands beside it. */
@Component({
  selector: 'gh-mark',
  template: `
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 21V11a9 9 0 0 1 18 0v10" />
      <path d="M8 21v-9a4 4 0 0 1 8 0v9" />
      <path d="M1.5 21h21" />
    </svg>
  `,
})
export class Mark {}
