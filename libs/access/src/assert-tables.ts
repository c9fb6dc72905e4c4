import type { Tables } from './allowed-routes';
import { groupProblems } from './group-problems';
import { routeProblems } from './route-problems';
import { TablesError } from './tables-error';

/**
 * Refuses tables that would build something else than they say.
 * @throws TablesError naming every row at fault
 */
export function assertTables(tables: Tables): void {
  const problems = [...groupProblems(tables.groups), ...routeProblems(tables)];
  if (problems.length > 0) throw new TablesError(problems);
}
