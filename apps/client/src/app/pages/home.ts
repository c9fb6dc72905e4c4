import { Component, computed, inject } from '@angular/core';
import { groupsOf, mayCall } from '@gatehouse/access';
import { Chain } from '@gatehouse/design-system/chain';
import { Notice } from '@gatehouse/design-system/notice';

import { CallLog } from '../calls/call-log';
import { explainedChain } from '../calls/chain-steps';
import { badgeOf } from '../calls/outcome-badge';
import type { RoutePage } from '../calls/route-pages';
import { groupOfToken, RouterLink, routePages, Session } from '../first-load';

@Component({
  selector: 'gh-home',
  imports: [Chain, Notice, RouterLink],
  templateUrl: './home.html',
})
export class Home {
  private readonly log = inject(CallLog);
  protected readonly session = inject(Session);
  protected readonly chain = explainedChain;

  protected readonly reason = this.session.signedOutReason;
  protected readonly group = computed(() => {
    const user = this.session.user();
    return user && groupOfToken(user.preferredRole, user.groups);
  });
  protected readonly cards = computed(() =>
    routePages.map((page) => ({
      page,
      // By the tables; the gate may know better.
      who: groupsOf(page.key).join(' or '),
      yours: this.isYours(page),
      last: this.lastOf(page),
    })),
  );

  private isYours({ key }: RoutePage): boolean {
    const group = this.group();
    return group !== undefined && mayCall(group, key);
  }

  private lastOf({ key }: RoutePage) {
    const state = this.log.stateOf(key);
    return state.phase === 'done' ? badgeOf(state.outcome) : undefined;
  }
}
