/**
 * Triggers that keep the rows of these tables from being changed or removed, also by INSERT OR REPLACE
 * (recursive_triggers). Frozen with the migrations that use it.
 */
export function appendOnlyGuards(tables: readonly string[]): string {
  return tables
    .flatMap((table) =>
      ['UPDATE', 'DELETE'].map(
        (act) =>
          `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} BEGIN SELECT RAISE (ABORT, '${table} is append-only'); END;`,
      ),
    )
    .join('\n');
}
