import type { Expression, ObjectExpression } from './expression';
import type { Reference } from './value';

/** The resources of one stack and what each says of the others. Every reference in it leads somewhere, and none in a circle. */
export interface ResourceGraph {
  /**
   * `configuration`: what is asked for, with references. `state`: what Terraform has settled, all of it literal: computed attributes
   * stand beside arguments, and what reads as empty may as well not have been set. `plan`: a state that is still to be, in which what
   * `apply` will tell is the reference that it comes from, or not there.
   */
  readonly kind: 'configuration' | 'state' | 'plan';
  /** What messages call the file. */
  readonly fileName: string;
  /** The stack's name, where cdktf left one. */
  readonly stackName?: string;
  /** By address, in the order of the file. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly providers: readonly ProviderConfiguration[];
  readonly outputs: Readonly<Record<string, Expression>>;
  /**
   * What a configuration says besides, by name: `terraform.backend.s3`, `var.stage`, `local.tags`, `output.url` (all but its value),
   * `check.health`, `import.aws_x.y`. For comparing two files: nothing else is made of it.
   */
  readonly settings?: Readonly<Record<string, Expression>>;
  /** `moved` blocks, in the order of the file. */
  readonly moves?: readonly Move[];
  /** `removed` blocks. */
  readonly removals?: readonly Removal[];
}

/** What stood at `from` in the state stands at `to`. Without a key, both are all instances. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What stands at `from` in the state is no longer Terraform's: it is destroyed, or stays as it is and is forgotten. */
export interface Removal {
  readonly from: string;
  readonly destroys: boolean;
}

export interface Resource {
  /** `aws_iam_role.member`, or `data.aws_region.current`. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** The arguments, without meta-arguments. */
  readonly config: ObjectExpression;
  /** Where the construct stands in the program: `gatehouse-dev/Api/Secure`. */
  readonly constructPath?: string;
  /** Addresses. */
  readonly dependsOn: readonly string[];
  readonly lifecycle: Lifecycle;
  /** `aws.us_east_1`; absent: the default configuration. */
  readonly provider?: string;
}

export interface Lifecycle {
  readonly createBeforeDestroy: boolean;
  readonly preventDestroy: boolean;
  /** Attribute names, or `['all']`. */
  readonly ignoreChanges: readonly string[];
  /** As written, without `${}`: a resource or one attribute of it. */
  readonly replaceTriggeredBy: readonly string[];
}

export interface ProviderConfiguration {
  /** `aws`. */
  readonly type: string;
  readonly alias?: string;
  readonly config: ObjectExpression;
}

/** Calls `visit` for every reference in an expression, with the path below it: `.statement[0].resources[1]`. */
export function visitReferences(
  expression: Expression,
  visit: (reference: Reference, path: string) => void,
  path = '',
): void {
  switch (expression.kind) {
    case 'literal':
    case 'unknown':
      return;
    case 'reference':
      visit(expression.reference, path);
      return;
    case 'template':
      for (const part of expression.parts) if (typeof part !== 'string') visit(part, path);
      return;
    case 'call':
      for (const arg of expression.args) visitReferences(arg, visit, path);
      return;
    case 'list':
      expression.items.forEach((item, index) => {
        visitReferences(item, visit, `${path}[${index}]`);
      });
      return;
    case 'object':
      for (const [key, entry] of Object.entries(expression.entries)) {
        visitReferences(entry, visit, `${path}.${key}`);
      }
  }
}
