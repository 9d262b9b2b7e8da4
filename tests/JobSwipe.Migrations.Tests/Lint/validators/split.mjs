// Reads [{ file, sql }] from standard input; says how PostgreSQL's own parser splits each: [{ file, statements: [{ kind, start, end }], error }].
// Offsets are UTF-16 code units; PostgreSQL counts UTF-8 bytes.
import { readFileSync } from 'node:fs';
import { loadModule, parseSync } from 'libpg-query';

await loadModule();
const answers = JSON.parse(readFileSync(0, 'utf8')).map(({ file, sql }) => {
  try {
    const bytes = Buffer.from(sql, 'utf8');
    const units = (offset) => bytes.subarray(0, offset).toString('utf8').length;
    const statements = parseSync(sql).stmts ?? [];
    return {
      file,
      statements: statements.map((entry) => {
        const start = entry.stmt_location ?? 0;
        const end = entry.stmt_len ? start + entry.stmt_len : bytes.length;
        return { kind: Object.keys(entry.stmt)[0], start: units(start), end: units(end) };
      }),
    };
  } catch (error) {
    return { file, statements: [], error: error.message };
  }
});
console.log(JSON.stringify(answers));
