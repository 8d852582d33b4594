import type { Connection, Prepared, SqlValue } from './driver.ts';

/** Reading only. A query receives this, so that writing in one doesn't compile. */
export interface ReadDb {
  readonly all: <Row>(sql: string, ...values: SqlValue[]) => Row[];
  readonly first: <Row>(sql: string, ...values: SqlValue[]) => Row | undefined;
}

declare const writing: unique symbol;

/** Reading and writing inside one IMMEDIATE transaction. */
export interface WriteDb extends ReadDb {
  readonly [writing]: true;
  /** Runs one statement and answers how many rows changed. */
  readonly run: (sql: string, ...values: SqlValue[]) => number;
}

export interface Access {
  /** One consistent snapshot. */
  readonly read: <T>(act: (db: ReadDb) => T) => T;
  /** One IMMEDIATE transaction: all or nothing. */
  readonly write: <T>(act: (db: WriteDb) => T) => T;
}

export function makeAccess(connection: Connection): Access {
  const statements = new Map<string, Prepared>();
  function prepared(sql: string): Prepared {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<SqlValue[], unknown>(sql);
    statements.set(sql, statement);
    return statement;
  }
  const reading: ReadDb = {
    all: <Row>(sql: string, ...values: SqlValue[]) => readOnly(prepared(sql)).all(...values) as Row[],
    first: <Row>(sql: string, ...values: SqlValue[]) =>
      readOnly(prepared(sql)).get(...values) as Row | undefined,
  };
  const writingDb = {
    ...reading,
    run: (sql: string, ...values: SqlValue[]) => prepared(sql).run(...values).changes,
  } as WriteDb;
  return {
    read: (act) => connection.transaction(() => act(reading)).deferred(),
    write: (act) => connection.transaction(() => act(writingDb)).immediate(),
  };
}

function readOnly(statement: Prepared): Prepared {
  if (!statement.readonly) throw new Error(`Not a reading statement: ${statement.source}`);
  return statement;
}

/** Exactly one row must change; anything else is a defect, so the transaction is undone. */
export function changedOne(changes: number): void {
  if (changes !== 1) throw new Error(`Expected one changed row, got ${changes}`);
}
