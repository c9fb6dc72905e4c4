import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chain } from '@gatehouse/design-system/chain';

import type { StackAnswer } from '../operator/answers';
import { injectRepeatedly, injectLive } from '../operator/live';
import { addressRows } from '../parts/address-rows';
import { counted, numberWords, ofCount } from '../parts/counted';
import { CopyButton } from '../parts/copy-button';
import { LiveState } from '../parts/live-state';
import { explainedChain } from '../traces/explained-chain';
import { TraceFeed } from '../traces/trace-feed';
import { isPreflight } from '../traces/trace-steps';
import { traceChain } from '../traces/trace-chain';
import { badgeOf, verdictOf } from '../traces/trace-words';

/** What is played here, where it answers, and what it leaves out. */
@Component({
  selector: 'gh-overview',
  imports: [Chain, CopyButton, LiveState, RouterLink],
  templateUrl: './overview.html',
})
export class Overview {
  private readonly feed = inject(TraceFeed);
  protected readonly live = injectLive<StackAnswer>(() => '/stack');
  protected readonly view = computed(() => {
    const stack = this.live.value();
    if (stack === undefined) return undefined;
    const { source, parts } = stack;
    return {
      stack,
      source: typeof source === 'string' ? undefined : source,
      addresses: addressRows(stack),
      parts: Object.entries(parts).map(([name, count]) => ({
        name: ofCount(count, name),
        count: numberWords(count),
      })),
      notModelled: counted(stack.notModelled.length, 'resources'),
    };
  });
  /** The newest call, which the chain shows as it went. */
  protected readonly newest = computed(() => {
    const trace = this.feed
      .value()
      ?.filter((one) => one.service === 'execute-api' && !isPreflight(one))
      .at(-1);
    return (
      trace && {
        trace,
        chain: traceChain(trace),
        badge: badgeOf(trace),
        kind: verdictOf(trace) === 'allowed' ? 'ok' : 'bad',
      }
    );
  });
  protected readonly explained = explainedChain;

  constructor() {
    void this.feed.read();
    injectRepeatedly(() => this.feed.read());
  }
}
