/** Where a request target points: `/dev//secure/` → stage `dev`, as sent `//secure/`, path `/secure/`. */
export interface StagePath {
  readonly stage: string;
  /** Everything after the stage, untouched; at least `/`. What IAM is asked about. */
  readonly asSent: string;
  /** The same with its leading slashes made one: what is routed, and the `path` of events. */
  readonly path: string;
  /** Stage and all, as `requestContext.path` of events has it. */
  readonly contextPath: string;
}

/** `undefined` when the target is not a path with a stage. Escapes stay as they are. */
export function splitStagePath(rawPath: string): StagePath | undefined {
  if (!rawPath.startsWith('/')) return undefined;
  const target = rawPath.replace(/^\/+/, '');
  const slash = target.indexOf('/');
  const stage = slash < 0 ? target : target.slice(0, slash);
  if (stage === '') return undefined;
  const asSent = slash < 0 ? '/' : target.slice(slash);
  return { stage, asSent, path: asSent.replace(/^\/+/, '/'), contextPath: `/${target}` };
}
