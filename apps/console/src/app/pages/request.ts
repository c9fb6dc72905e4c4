import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Chain } from '@gatehouse/design-system/chain';

import type { Trace, TraceStep } from '../operator/answers';
import { injectLive } from '../operator/live';
import { CopyButton } from '../parts/copy-button';
import { LiveState } from '../parts/live-state';
import { momentOf } from '../parts/moments';
import { Statement } from '../parts/statement';
import { adviceFor } from '../traces/advice';
import { decidingStatement, type ShownStatement } from '../traces/deciding-statement';
import { type FactRow, factRows } from '../traces/fact-rows';
import { traceChain } from '../traces/trace-chain';
import { whoAsked } from '../traces/trace-steps';
import { badgeOf, stepName, verdictOf, whatWasAsked } from '../traces/trace-words';

interface StepView {
  readonly name: string;
  readonly outcome: TraceStep['outcome'];
  readonly sign: string;
  readonly detail: string;
  readonly facts: readonly FactRow[];
  readonly statement: ShownStatement | undefined;
}

const SIGNS: Readonly<Record<TraceStep['outcome'], string>> = {
  passed: '✓',
  refused: '✕',
  'not needed': '–',
  'not reached': '·',
};

/** One request: the chain, what decided, and every step. */
@Component({
  selector: 'gh-request',
  imports: [Chain, CopyButton, LiveState, RouterLink, Statement],
  templateUrl: './request.html',
})
export class Request {
  /** Another address shows another request in the same page: nothing is made anew. */
  private readonly parameters = toSignal(inject(ActivatedRoute).paramMap);
  private readonly requestId = computed(() => this.parameters()?.get('requestId') ?? '');
  protected readonly live = injectLive<Trace>(
    () => `/traces/${encodeURIComponent(this.requestId())}`,
  );
  protected readonly view = computed(() => {
    const trace = this.live.value();
    return trace && toView(trace);
  });
}

function toView(trace: Trace) {
  const verdict = verdictOf(trace);
  const asked = whatWasAsked(trace);
  return {
    trace,
    what: asked.path,
    method: asked.method,
    who: whoAsked(trace) ?? 'nobody known',
    at: momentOf(trace.atMs),
    badge: `${badgeOf(trace)} · ${trace.durationMs.toFixed(1)} ms`,
    kind: verdict === 'allowed' ? 'ok' : 'bad',
    chain: traceChain(trace),
    advice: adviceFor(trace),
    statement: decisive(trace),
    steps: trace.steps.map(toStepView),
  };
}

/** The one that the page opens with: of the policy where that was asked, of the trust where that refused. */
function decisive({ steps }: Trace): ShownStatement | undefined {
  const refused = steps.find(({ name, outcome }) => name === 'trust' && outcome === 'refused');
  const policy = steps.find(({ name }) => name === 'policy');
  const step = refused ?? policy;
  return step && decidingStatement(step);
}

function toStepView(step: TraceStep): StepView {
  const { name, outcome, detail } = step;
  return {
    name: stepName(name),
    outcome,
    sign: SIGNS[outcome],
    detail,
    facts: factRows(step),
    statement: decidingStatement(step),
  };
}
