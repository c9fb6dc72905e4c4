import type { Patterns, PolicyDocument, Statement } from '@gatehouse/iam';

/**
 * Writes an API's own policy out. API Gateway lets its resources be written short, `execute-api:/<stage>/<verb>/<path>`, and
 * puts region, account and API in front. Source: API Gateway Developer Guide, "API Gateway resource policy examples".
 * @param executionArn `arn:aws:execute-api:<region>:<account>:<api>`
 */
export function expandResourcePolicy(
  document: PolicyDocument,
  executionArn: string,
): PolicyDocument {
  const statements = document.statements.map((statement) => expand(statement, executionArn));
  return { ...document, statements };
}

function expand(statement: Statement, executionArn: string): Statement {
  if (statement.resources === undefined) return statement;
  const resources: Patterns = {
    ...statement.resources,
    patterns: statement.resources.patterns.map((pattern) =>
      pattern.replace(/^execute-api:\//, `${executionArn}/`),
    ),
  };
  return { ...statement, resources };
}
