/** Segments never begin with a dot and nothing is percent-encoded, so no path can climb. */
const plainPath = /^\/[\w.~/-]*$/;
const climbing = /\/\.|\/\//;
const plainQuery = /^[\w.~=&%-]*$/;

/** The path of a request target such as `/files/abc?download=1`, or undefined when it isn't a plain one. */
export function plainPathOf(target: string): string | undefined {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark + 1);
  return plainPath.test(path) && !climbing.test(path) && plainQuery.test(query) ? path : undefined;
}
