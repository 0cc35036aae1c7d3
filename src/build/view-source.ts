import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** A place in a view: the file below the folder of the views, and the offset in its text. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

/** Something that is wrong in a view. */
export interface ViewFault extends Place {
  readonly text: string;
  /** The view that the partial was included in, when it only goes wrong there. */
  readonly within?: Place;
}

/** A part of the TypeScript, and where it comes from. */
interface Piece extends Place {
  readonly start: number;
  /** Copied character for character; otherwise all of it belongs to one place. */
  readonly copied: boolean;
  /** The view itself is 0, every partial that is included in it has a number of its own: what it can see is only what it is handed. */
  readonly scope: number;
  readonly within?: Place;
}

/** A view as TypeScript. */
export interface ViewSource {
  readonly text: string;
  /** The partials that it is made with. */
  readonly partials: ReadonlySet<string>;
  /** What is wrong before types are looked at. */
  readonly faults: readonly ViewFault[];
  /** Where an offset in the text comes from; code is `copied` from there. */
  readonly placeOf: (offset: number) => Omit<Piece, 'start'>;
}

/** What a view prints with; a value that is not text or a number does not compile. */
export const PRINT = '__print';
const TAG = /<%([=\-#_%]?)([\s\S]*?)[-_]?%>/g;

/**
 * Turns a view into a TypeScript function: code stays code, what is printed becomes an argument of {@link PRINT}, and the body of
 * a partial stands where it is included, with what it is handed as constants.
 * @param folder the folder of the views; @param file the view, below that folder
 * @param parameters of the function, as TypeScript
 */
export function viewSource(folder: string, file: string, parameters: string): ViewSource {
  const pieces: Piece[] = [];
  const faults: ViewFault[] = [];
  const partials = new Set<string>();
  let text = '';
  let scopes = 0;
  /** The view, and the partials that are being written in it. */
  const open: string[] = [];
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  const write = (part: string, place: Omit<Piece, 'start'>): void => {
    pieces.push({ ...place, start: text.length });
    text += part;
  };

  const writeBody = (name: string, scope: number, within: Place | undefined): void => {
    const template = read(name);
    open.push(name);
    for (const match of template.matchAll(TAG)) {
      const [, kind = '', code = ''] = match;
      const offset = match.index + 2 + kind.length;
      const glue = { file: name, offset, copied: false, scope, ...(within && { within }) };
      const copy = (from: number, to: number): void =>
        write(code.slice(from, to), { ...glue, offset: offset + from, copied: true });
      if (kind === '#' || kind === '%') continue;
      if (kind === '' || kind === '_') {
        copy(0, code.length);
        write('\n;', glue);
      } else if (kind === '-' && code.trim().startsWith('include(')) {
        writePartial(name, code, glue, copy);
      } else {
        write(`${PRINT}(`, glue);
        copy(0, code.length);
        write('\n);', glue);
      }
    }
    open.pop();
  };

  const writePartial = (
    name: string,
    code: string,
    glue: Omit<Piece, 'start'>,
    copy: (from: number, to: number) => void,
  ): void => {
    const included = includeIn(code);
    if (typeof included === 'string') return void faults.push({ ...glue, text: included });
    const partial = posix.join(posix.dirname(name), `${included.path}.ejs`);
    if (!existsSync(join(folder, partial))) return void faults.push({ ...glue, text: `There is no ${partial}.` });
    if (open.includes(partial)) return void faults.push({ ...glue, text: `${partial} includes itself.` });
    partials.add(partial);
    scopes++;
    const scope = scopes;
    const handed = `__handed${scope}`;
    write('{', glue);
    if (included.names.length > 0) {
      write(`const ${handed} = `, glue);
      copy(included.from, included.to);
      write(`;{const { ${included.names.join(', ')} } = ${handed};`, { ...glue, scope });
    } else {
      write('{', glue);
    }
    writeBody(partial, scope, { file: name, offset: glue.offset });
    write('}}', glue);
  };

  const start = { file, offset: 0, copied: false, scope: 0 };
  write(
    `declare function ${PRINT}(value: string | number): void;\nexport function view(${parameters}): void {\n`,
    start,
  );
  writeBody(file, 0, undefined);
  write('\n}\n', start);

  return {
    text,
    partials,
    faults,
    placeOf: (at) => {
      const piece = pieces.findLast(({ start }) => start <= at) ?? pieces[0]!;
      return { ...piece, offset: piece.copied ? piece.offset + at - piece.start : piece.offset };
    },
  };
}

interface Include {
  readonly path: string;
  readonly names: readonly string[];
  /** Where the object with what is handed over stands in the code. */
  readonly from: number;
  readonly to: number;
}

/** Reads `include('../partials/x', { a: b })`; otherwise what is wrong with it. */
function includeIn(code: string): Include | string {
  const source = ts.createSourceFile('include.ts', code, ts.ScriptTarget.ES2022, true);
  const [statement] = source.statements;
  const call = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (!call || !ts.isCallExpression(call) || source.statements.length > 1)
    return 'An include stands by itself in its tag.';
  const [path, handed] = call.arguments;
  if (!path || !ts.isStringLiteral(path)) return 'The path of an include is one text.';
  if (!handed) return { path: path.text, names: [], from: 0, to: 0 };
  if (!ts.isObjectLiteralExpression(handed)) return 'What a partial is handed is written out: { name: value }.';
  const names = handed.properties.map((property) =>
    property.name && ts.isIdentifier(property.name) ? property.name.text : undefined,
  );
  const known = names.filter((name) => name !== undefined);
  if (known.length < names.length) return 'What a partial is handed has a plain name: { name: value }.';
  return { path: path.text, names: known, from: handed.getStart(), to: handed.getEnd() };
}
