import { Component } from '@angular/core';

import { Mark, RouterLink, ThemeSwitch } from '../first-load';

/** The frame of the pages that let people in: what this is on one side, the form on the other. */
@Component({
  selector: 'gh-entrance',
  imports: [Mark, RouterLink, ThemeSwitch],
  template: `
    <div class="entrance">
      <aside class="porch" aria-label="About Gatehouse">
        <a class="brand" routerLink="/"><gh-mark />Gatehouse</a>
        <p class="motto">Your group opens the gate.</p>
        <p class="pitch">
          Sign in once. Your groups become a role, your role signs every call, and the gate decides.
        </p>
        <ol class="promises">
          <li>When you sign in, your password never leaves this page</li>
          <li>Keys are issued for one hour, for you alone</li>
          <li>Every refusal says why</li>
        </ol>
      </aside>
      <div class="door">
        <gh-theme-switch />
        <div class="form"><ng-content /></div>
      </div>
    </div>
  `,
})
export class Entrance {}
