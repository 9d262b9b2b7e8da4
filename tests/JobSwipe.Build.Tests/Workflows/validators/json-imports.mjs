// Node wants an attribute on imports of JSON, which GitHub's packages leave out.
export async function load(url, context, next) {
  return url.endsWith('.json') ? next(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } }) : next(url, context);
}
