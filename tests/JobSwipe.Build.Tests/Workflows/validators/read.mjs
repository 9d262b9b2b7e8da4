// Prints the given workflows as one JSON object, by file name.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'yaml';

const documents = await Promise.all(process.argv.slice(2).map(async file => [basename(file), parse(await readFile(file, 'utf8'))]));
console.log(JSON.stringify(Object.fromEntries(documents)));
