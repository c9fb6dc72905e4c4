import { errorDiagnostic, warningDiagnostic } from './protocol/diagnostics';
import type { Diagnostic, DynamicValue } from './protocol/messages';
import { toWireSchema } from './protocol/wire-schema';
import { fromWire, toWire } from './protocol/wire-values';
import type { Provider, Types } from './provider';
import { Refusal } from './resource/refusal';
import { validateValues } from './resource/validate-values';
import type { Values } from './resource/values';
import type { BlockSchema } from './schema/schema';

type Reply = (error: null, answer: object) => void;
type Handler = (call: { readonly request: unknown }, reply: Reply) => void;

interface Typed {
  readonly type_name: string;
}

/** What is sent to nobody is said with every plan and apply. */
const STAND_IN = warningDiagnostic(
  'stand-in for the AWS provider: nothing is sent to AWS',
  'What is applied goes to the local cloud (account 123456789012). Values that only AWS can refuse are checked as far as docs/terraform-stand-in.md says.',
);

/** The operations of `tfplugin5.Provider`, between the wire and the provider. */
export function providerService(
  provider: Provider,
  types: Types,
  providerSchema: BlockSchema,
): Record<string, Handler> {
  return {
    GetSchema: answering(() => ({
      provider: toWireSchema(providerSchema, 0),
      resource_schemas: mapValues(types.resources, ({ schema, facts }) =>
        toWireSchema(schema, facts.schemaVersion ?? 0),
      ),
      data_source_schemas: mapValues(types.dataSources, ({ schema }) => toWireSchema(schema, 0)),
      server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
    })),
    PrepareProviderConfig: answering(({ config }: { config: DynamicValue }) => ({
      prepared_config: config,
    })),
    ValidateResourceTypeConfig: answering((it: Typed & { config: DynamicValue }) => ({
      diagnostics: validateValues(provider.resource(it.type_name).facts, object(it.config)),
    })),
    ValidateDataSourceConfig: answering(() => ({})),
    Configure: answering(({ config }: { config: DynamicValue }) => {
      provider.configure(object(config));
      return { diagnostics: [STAND_IN] };
    }),
    Stop: answering(() => ({})),
    ...stateOperations(provider),
    ...changeOperations(provider),
  };
}

function stateOperations(provider: Provider): Record<string, Handler> {
  return {
    UpgradeResourceState: answering((it: Typed & { raw_state: { json: Buffer } }) => ({
      upgraded_state: toWire(provider.upgrade(it.type_name, it.raw_state.json.toString('utf8'))),
    })),
    ReadResource: answering((it: Typed & { current_state: DynamicValue; private: Buffer }) => ({
      new_state: toWire(provider.read(it.type_name, object(it.current_state), it.private)),
      private: it.private,
    })),
    ImportResourceState: answering((it: Typed & { id: string }) => ({
      imported_resources: [
        {
          type_name: it.type_name,
          state: toWire(provider.import(it.type_name, it.id)),
          private: provider.mark,
        },
      ],
    })),
    ReadDataSource: answering((it: Typed & { config: DynamicValue }) => ({
      state: toWire(provider.readData(it.type_name, object(it.config))),
    })),
  };
}

interface PlanRequest extends Typed {
  readonly prior_state: DynamicValue;
  readonly proposed_new_state: DynamicValue;
  readonly config: DynamicValue;
  readonly prior_private: Buffer;
}

interface ApplyRequest extends Typed {
  readonly prior_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly planned_private: Buffer;
}

/** SDKv2's freedoms, which the real provider takes: planned defaults on what is not computed, empty for null. */
const LEGACY = { legacy_type_system: true } as const;

function changeOperations(provider: Provider): Record<string, Handler> {
  return {
    PlanResourceChange: answering((it: PlanRequest) => {
      const prior = fromWire(it.prior_state);
      // Nothing to plan for what goes away.
      if (fromWire(it.proposed_new_state) === null) {
        return { planned_state: toWire(null), planned_private: it.prior_private, ...LEGACY };
      }
      const { planned, requiresReplace } = provider.plan(
        it.type_name,
        object(it.config),
        prior,
        it.prior_private,
      );
      return {
        planned_state: toWire(planned),
        requires_replace: requiresReplace,
        planned_private: provider.mark,
        ...LEGACY,
      };
    }),
    ApplyResourceChange: ({ request }, reply) => {
      const it = request as ApplyRequest;
      const prior = fromWire(it.prior_state);
      try {
        const planned = fromWire(it.planned_state);
        const values = provider.apply(it.type_name, prior, planned, it.planned_private);
        reply(null, { new_state: toWire(values), private: provider.mark, ...LEGACY });
      } catch (error) {
        // What was refused is as it was before.
        const state = { new_state: toWire(prior), private: it.planned_private, ...LEGACY };
        reply(null, { ...state, diagnostics: [toDiagnostic(error)] });
      }
    },
  };
}

/** Whatever is thrown reaches the person as a diagnostic: a broken connection would tell nothing. */
function answering(answer: (request: never) => object): Handler {
  return ({ request }, reply) => {
    try {
      // The loader has read it as the service says.
      reply(null, answer(request as never));
    } catch (error) {
      reply(null, { diagnostics: [toDiagnostic(error)] });
    }
  };
}

function toDiagnostic(error: unknown): Diagnostic {
  if (error instanceof Refusal) return errorDiagnostic(error.message);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return errorDiagnostic('The stand-in itself has failed: this is a fault of Gatehouse.', trace);
}

function object(value: DynamicValue): Values {
  return fromWire(value) ?? {};
}

function mapValues<In, Out>(
  map: ReadonlyMap<string, In>,
  to: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries([...map].map(([name, value]) => [name, to(value)]));
}
