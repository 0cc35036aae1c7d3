/**
 * A text that a spreadsheet program would run as a formula when it opens a file without types of cells ("=1+2", "+31 6", "@name"). It is written
 * with an apostrophe before it, which makes a text of it.
 */
const LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const MARKED = /^'+[=+\-@\t\r]/;

/** The text as it is safe in a file without types of cells; see {@link asWritten}. */
export const safeText = (text: string): string => (LIKE_FORMULA.test(text) ? `'${text}` : text);

/** The text that {@link safeText} made safe. */
export const asWritten = (safe: string): string => (MARKED.test(safe) ? safe.slice(1) : safe);
