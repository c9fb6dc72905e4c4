/** A line of a statement in JSON, and whether it is the one that did not fit. */
export interface StatementLine {
  readonly text: string;
  readonly isMissed: boolean;
}

export type MissedPart = 'principal' | 'action' | 'resource' | 'condition';

/** As IAM writes them, with their negations. */
const MEMBERS: Readonly<Record<MissedPart, readonly string[]>> = {
  principal: ['Principal', 'NotPrincipal'],
  action: ['Action', 'NotAction'],
  resource: ['Resource', 'NotResource'],
  condition: ['Condition'],
};

/**
 * A statement, a line each, as a person reads it.
 * @param missed the part of it that did not fit: the lines that hold it are marked. @default none
 */
export function statementLines(
  statement: Readonly<Record<string, unknown>>,
  missed?: MissedPart,
): readonly StatementLine[] {
  const members = Object.entries(statement);
  const lines = members.flatMap(([name, value], index) => {
    const json = JSON.stringify({ [name]: value }, null, 2)
      .split('\n')
      .slice(1, -1);
    const isMissed = missed !== undefined && MEMBERS[missed].includes(name);
    const isLast = index === members.length - 1;
    return json.map((text, at) => ({
      text: at === json.length - 1 && !isLast ? `${text},` : text,
      isMissed,
    }));
  });
  const brace = (text: string): StatementLine => ({ text, isMissed: false });
  return [brace('{'), ...lines, brace('}')];
}
