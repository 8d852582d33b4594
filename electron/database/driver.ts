import Database from 'better-sqlite3';

/** The only module that knows the driver. */
export type Connection = Database.Database;
export type SqlValue = string | number | bigint | null | Uint8Array;
export type Prepared = Database.Statement<SqlValue[], unknown>;

export function openConnection(path: string): Connection {
  return new Database(path, { timeout: 5000 });
}

export function openReadOnly(path: string): Connection {
  return new Database(path, { readonly: true, fileMustExist: true });
}

/** The driver's error code, e.g. `SQLITE_FULL`; undefined for other errors. */
export function databaseErrorCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined;
}
