import { openAppliedStore } from '@gatehouse/applied-store';
import { LOCAL_ACCOUNT_ID } from '@gatehouse/local-ids';

import { readConfiguration } from './provider-configuration';
import type { ProviderSettings } from './provider-settings';
import { AppliedCloud } from './resource/applied-cloud';
import { Applier } from './resource/apply-change';
import { conform } from './resource/conform';
import { planBlock } from './resource/plan-block';
import { planChange, type PlannedChange, type ProviderDefaults } from './resource/plan-change';
import { Refusal } from './resource/refusal';
import type { DataSourceType, ResourceType } from './resource/resource-type';
import { settle, withoutUnknown } from './resource/settle';
import { storeId } from './resource/store-id';
import { inWords, type Value, type Values } from './resource/values';

/** Every object that was made here carries it. What has another was made by the real provider. */
const MARK = Buffer.from('{"madeBy":"gatehouse-stand-in"}');

export interface Types {
  readonly resources: ReadonlyMap<string, ResourceType>;
  readonly dataSources: ReadonlyMap<string, DataSourceType>;
}

/** What a provider does, in terms of values: how they travel is not known here. */
export class Provider {
  #defaults: ProviderDefaults | undefined;
  #cloud: AppliedCloud | undefined;

  constructor(
    private readonly types: Types,
    private readonly settings: () => ProviderSettings,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  configure(config: Values): void {
    const { storeFolder, origins, now } = this.settings();
    this.#defaults = readConfiguration(config, this.env);
    this.#cloud = new AppliedCloud({ store: openAppliedStore(storeFolder), origins, now });
  }

  /** The state as this version of the provider lays it out. */
  upgrade(type: string, json: string): Values {
    return conform(this.resource(type).schema, JSON.parse(json) as Record<string, Value>);
  }

  /** @returns null where the object is gone */
  read(type: string, state: Values, mark: Buffer): Values | null {
    this.assertOurs(type, state, mark);
    const { facts, schema } = this.resource(type);
    const object = this.cloud.find(type, storeId(facts, state));
    return object === undefined ? null : conform(schema, object.values as Values);
  }

  plan(type: string, config: Values, prior: Values | null, mark: Buffer): PlannedChange {
    if (prior !== null) this.assertOurs(type, prior, mark);
    return planChange(this.resource(type), this.defaults, config, prior);
  }

  /** @returns null where it was removed */
  apply(type: string, prior: Values | null, planned: Values | null, mark: Buffer): Values | null {
    const resource = this.resource(type);
    const applier = new Applier(this.cloud, this.defaults.region);
    if (prior !== null) this.assertOurs(type, prior, mark);
    if (planned === null) {
      if (prior !== null)
        refusing('deleting', type, prior, () => {
          applier.remove(resource, prior);
        });
      return null;
    }
    return prior === null
      ? refusing('creating', type, planned, () => applier.create(resource, planned))
      : refusing('updating', type, prior, () => applier.update(resource, prior, planned));
  }

  import(type: string, named: string): Values {
    const { facts, schema } = this.resource(type);
    const id = facts.importId?.(named) ?? named;
    const object = this.cloud.find(type, id);
    if (object !== undefined) return conform(schema, object.values as Values);
    throw new Refusal(
      `Cannot import non-existent remote object: there is no ${type} with the id ${id}. Its ids are: ${this.cloud
        .all(type)
        .slice(0, 10)
        .map((it) => it.id)
        .join(', ')}.`,
    );
  }

  readData(type: string, config: Values): Values {
    const source = this.types.dataSources.get(type);
    if (source === undefined) throw new Refusal(`There is no data source ${type} here.`);
    const { facts, schema } = source;
    const planned = planBlock(schema, facts.defaults ?? {}, config, null);
    const { region } = this.defaults;
    const asked = typeof planned.region === 'string' ? planned.region : region;
    return settle(schema, planned, facts.read(withoutUnknown(planned), this.cloud.view(asked)));
  }

  resource(type: string): ResourceType {
    const found = this.types.resources.get(type);
    if (found !== undefined) return found;
    throw new Refusal(
      `There is no resource type ${type} here. docs/terraform-stand-in.md says how to add it.`,
    );
  }

  get mark(): Buffer {
    return MARK;
  }

  private assertOurs(type: string, state: Values, mark: Buffer): void {
    if (mark.equals(MARK)) return;
    throw new Refusal(
      `${type} ${inWords(state.id)} was not made by the stand-in (account ${LOCAL_ACCOUNT_ID}): this state is of a real deployment. ` +
        'Nothing was changed. Use the real provider for it, and npm run deploy:local for the local cloud, which keeps a state of its own.',
    );
  }

  private get cloud(): AppliedCloud {
    if (this.#cloud !== undefined) return this.#cloud;
    throw new Refusal('The provider has not been configured.');
  }

  private get defaults(): ProviderDefaults {
    if (this.#defaults !== undefined) return this.#defaults;
    throw new Refusal('The provider has not been configured.');
  }
}

/** AWS's refusal, and what it refused. Source of the form: AWS provider, `creating IAM Role (name): …`. */
function refusing<T>(doing: string, type: string, values: Values, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`${doing} ${type} (${nameOf(values)}): ${error.message}`, { cause: error });
  }
}

/** What a person would call it. */
function nameOf(values: Values): string {
  const names = [values.name, values.function_name, values.bucket, values.key, values.id];
  return names.find((it): it is string => typeof it === 'string' && it !== '') ?? 'new';
}
