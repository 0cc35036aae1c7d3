import { isObject, type Json } from '../../domain/set-up/draft.ts';

/** Names of one's own with a figure each, as they stand in one field: "rente = 0,05", a line for each. */

/** As rules ask of a name that a formula uses. */
const NAME = /^[a-z][a-z0-9_]{0,31}$/;
const LINE = /^([^=]*)=(.*)$/;

type ReadFigure = (text: string) => string | undefined;

/** The field as it stands for these names; what could not be read stands there as it was typed. */
export const writeOwnFigures = (value: Json, write: (figure: string) => string): string =>
  isObject(value)
    ? Object.entries(value)
        .map(([name, figure]) => `${name} = ${write(String(figure))}`)
        .join('\n')
    : String(value);

/** The names with their figures; the text itself, where one line cannot be read. @param text not empty */
export function readOwnFigures(text: string, read: ReadFigure): Json {
  const lines = linesIn(text);
  if (unreadLine(text, read) !== undefined) return text;
  return Object.fromEntries(lines.map((line) => namedIn(line, read)!));
}

/** The first line that cannot be read, or that says a name for the second time; undefined where there is none. */
export function unreadLine(text: string, read: ReadFigure): string | undefined {
  const names = new Set<string>();
  return linesIn(text).find((line) => {
    const [name] = namedIn(line, read) ?? [];
    const isRight = name !== undefined && !names.has(name);
    if (isRight) names.add(name);
    return !isRight;
  });
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function namedIn(line: string, read: ReadFigure): [name: string, figure: string] | undefined {
  const [, name = '', figure = ''] = LINE.exec(line) ?? [];
  const value = read(figure.trim());
  return NAME.test(name.trim()) && value !== undefined ? [name.trim(), value] : undefined;
}
