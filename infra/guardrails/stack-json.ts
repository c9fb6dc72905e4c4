/** A resource as it stands in the synthesized JSON. */
export interface JsonResource {
  /** `aws_iam_role.member`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface JsonText {
  /** `resource.aws_iam_role.member.name`, for a person to find it. */
  readonly path: string;
  readonly text: string;
}

/** The synthesized stack, read without trusting the program that made it. */
export class StackJson {
  constructor(readonly json: Readonly<Record<string, unknown>>) {}

  get resources(): readonly JsonResource[] {
    return this.blocks('resource', '');
  }

  get dataSources(): readonly JsonResource[] {
    return this.blocks('data', 'data.');
  }

  ofType(type: string): readonly JsonResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** Every text but cdktf's own notes, keys of maps included. */
  get texts(): readonly JsonText[] {
    return textsOf(this.json, '');
  }

  private blocks(section: string, prefix: string): readonly JsonResource[] {
    return Object.entries(asRecord(this.json[section])).flatMap(([type, byName]) =>
      Object.entries(asRecord(byName)).map(([name, body]) => ({
        address: `${prefix}${type}.${name}`,
        type,
        name,
        body: asRecord(body),
      })),
    );
  }
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown, path: string): readonly JsonText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === '//') return [];
    const at = path === '' ? key : `${path}.${key}`;
    return [{ path: at, text: key }, ...textsOf(inner, at)];
  });
}
