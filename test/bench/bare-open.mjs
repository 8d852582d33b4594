// The least a program can do to show something of a database: open, the same pragmas, one row, one line.
// Plain JavaScript, because the peer must not pay for stripping types.
import Database from 'better-sqlite3';

const [path, pragmas] = process.argv.slice(2);
const connection = new Database(path, { timeout: 5000 });
for (const pragma of JSON.parse(pragmas)) connection.pragma(pragma);
console.log(JSON.stringify(connection.prepare('SELECT id, title FROM review LIMIT 1').get()));
connection.close();
