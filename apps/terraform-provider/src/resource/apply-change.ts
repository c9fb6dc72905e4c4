import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';

import type { AppliedObject } from '@gatehouse/applied-store';

import { contentFacts, type AppliedCloud } from './applied-cloud';
import type { Cloud } from './cloud';
import { Refusal } from './refusal';
import type { ResourceFacts } from './resource-facts';
import type { ResourceType } from './resource-type';
import { settle, withoutUnknown } from './settle';
import { storeId } from './store-id';
import type { SettledValues, Values } from './values';

/** Makes, changes or removes one object. @throws Refusal in AWS's words; then nothing has been written */
export class Applier {
  constructor(
    private readonly cloud: AppliedCloud,
    private readonly region: string,
  ) {}

  create({ facts, schema }: ResourceType, planned: Values): SettledValues {
    const wanted = withoutUnknown(planned);
    const content = this.takeContent(facts, wanted);
    const view = this.viewFor(wanted, content);
    check(facts, wanted, view);
    const values = settle(schema, planned, facts.create(wanted, view));
    this.refuseTwin(facts, values, view);
    if (!this.cloud.add(toObject(facts, values, content)))
      throw conflict(facts, storeId(facts, values));
    return values;
  }

  update({ facts, schema }: ResourceType, prior: Values, planned: Values): SettledValues {
    const before = withoutUnknown(prior);
    const wanted = withoutUnknown(planned);
    const id = storeId(facts, before);
    if (this.cloud.find(facts.type, id) === undefined) {
      throw new Refusal(`${facts.type} ${id} is gone. Plan again: Terraform will make it anew.`);
    }
    const content = this.takeContent(facts, wanted);
    const view = this.viewFor(wanted, content);
    check(facts, wanted, view);
    const values = settle(schema, planned, facts.update?.(wanted, before, view) ?? {});
    this.cloud.replace(toObject(facts, values, content));
    return values;
  }

  remove({ facts }: ResourceType, prior: Values): void {
    const values = withoutUnknown(prior);
    const id = storeId(facts, values);
    if (this.cloud.find(facts.type, id) === undefined) return;
    const refused = facts.mayDelete?.(values, this.viewFor(values));
    if (refused !== undefined) throw new Refusal(refused);
    this.cloud.remove(facts.type, id);
  }

  /** What AWS would be sent: a copy is kept, so that what is served is what was applied. */
  private takeContent(facts: ResourceFacts, values: SettledValues): Content | undefined {
    const file = facts.content === undefined ? undefined : values[facts.content];
    if (typeof file !== 'string' || file === '') return undefined;
    if (!existsSync(file)) {
      const hint = isAbsolute(file) ? '' : ' in the stack folder';
      throw new Refusal(`reading ${file}: there is no such file${hint}. Synthesize again.`);
    }
    return { ...contentFacts(file), kept: this.cloud.keepContent(file) };
  }

  private viewFor(values: SettledValues, content?: Content): Cloud {
    const region =
      typeof values.region === 'string' && values.region !== '' ? values.region : this.region;
    return this.cloud.view(region, content);
  }

  private refuseTwin(facts: ResourceFacts, values: SettledValues, view: Cloud): void {
    const { uniqueAs } = facts;
    if (uniqueAs === undefined) return;
    const unique = uniqueAs(values);
    if (view.all(facts.type).some((other) => uniqueAs(other) === unique))
      throw conflict(facts, unique);
  }
}

type Content = ReturnType<typeof contentFacts> & { readonly kept: string };

function check(facts: ResourceFacts, values: SettledValues, view: Cloud): void {
  for (const one of facts.checks ?? []) {
    const problem = one(values, view);
    if (problem !== undefined) throw new Refusal(problem);
  }
}

function conflict(facts: ResourceFacts, unique: string): Refusal {
  return new Refusal(facts.conflict?.(unique) ?? `${facts.type} ${unique} already exists`);
}

function toObject(facts: ResourceFacts, values: SettledValues, content?: Content): AppliedObject {
  const { type, within } = facts;
  return {
    type,
    id: storeId(facts, values),
    ...(within !== undefined && { within }),
    values,
    ...(content && { content: content.kept }),
  };
}
