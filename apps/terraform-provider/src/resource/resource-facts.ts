import type { Cloud } from './cloud';
import type { SettledValues } from './values';

/** A dotted path below a resource, without indexes: `email_configuration.email_sending_account`. */
export type AttributePath = string;

/**
 * What the schema of a type does not tell: the part of the real provider, and of AWS, that decides how a plan looks.
 * One file per type in `src/types/`, and one line in `types.ts`.
 */
export interface ResourceFacts {
  /** `aws_iam_role`. */
  readonly type: string;
  /** Where the facts were read: the provider's file and the version or commit of it, or its documentation. */
  readonly source: string;
  /** Version of the state's layout, as the provider writes it. @default 0 */
  readonly schemaVersion?: number;
  /** Optional arguments and blocks that AWS fills in where the configuration is silent. */
  readonly optionalComputed?: readonly AttributePath[];
  /** Arguments whose change makes a new object. */
  readonly forceNew?: readonly AttributePath[];
  /** What the provider itself puts where the configuration is silent. Inside a block: in each block that stands. */
  readonly defaults?: Readonly<Record<AttributePath, boolean | number | string>>;
  readonly sensitive?: readonly AttributePath[];
  /** Values that AWS allows; anything else is refused when the configuration is validated. */
  readonly allowed?: Readonly<Record<AttributePath, readonly (number | string)[]>>;
  /** How often a block may stand, where the extracted schema does not say: [least, most]; 0 is any number. */
  readonly items?: Readonly<Record<AttributePath, readonly [minItems: number, maxItems: number]>>;
  /** Computed attributes that change with an update, each with the arguments that change it; `*` is any. */
  readonly changesWith?: Readonly<Record<string, readonly AttributePath[] | '*'>>;
  /** Arguments that name a file beside the stack, whose content AWS takes over. */
  readonly content?: AttributePath;
  /**
   * The argument that names what it belongs to, for what has an id only there: a second function may have a permission of the same
   * statement id. @default the id tells it from all others
   */
  readonly within?: AttributePath;
  /** What AWS lets exist once: a second object with the same answer is refused as AWS refuses it. @default the id */
  readonly uniqueAs?: (values: SettledValues) => string;
  /** AWS's own words for that refusal. @default `<type> <unique> already exists` */
  readonly conflict?: (unique: string) => string;
  /**
   * The attributes that AWS makes for a new object, `id` among them.
   * @param values what was planned, with null where AWS is to tell
   */
  readonly create: (values: SettledValues, cloud: Cloud) => SettledValues;
  /** The attributes that an update changes. @default none */
  readonly update?: (values: SettledValues, prior: SettledValues, cloud: Cloud) => SettledValues;
  /** What AWS refuses when it is made or changed, as one sentence. */
  readonly checks?: readonly Check[];
  /** Why AWS would not delete it, as one sentence. */
  readonly mayDelete?: (values: SettledValues, cloud: Cloud) => string | undefined;
  /** The id, below what it belongs to as the store has it (`within`), of what `terraform import` names. @default what is named */
  readonly importId?: (named: string) => string;
}

/** @returns what is wrong, in AWS's own words where they are known, or undefined */
export type Check = (values: SettledValues, cloud: Cloud) => string | undefined;

/** A data source: computed from its arguments and the account. */
export interface DataSourceFacts {
  readonly type: string;
  readonly source: string;
  readonly optionalComputed?: readonly AttributePath[];
  readonly defaults?: Readonly<Record<AttributePath, boolean | number | string>>;
  readonly read: (values: SettledValues, cloud: Cloud) => SettledValues;
}
