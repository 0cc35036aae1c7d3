import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../config.ts';
import { type Place, PRINT, type ViewFault, type ViewSource, viewSource } from './view-source.ts';

export interface ViewFolders {
  /** The views; partials/ and layouts/ in it are not views themselves. */
  readonly views: string;
  /** The TypeScript file that exports `Views`: by the name of each view, what it gets as `page`. */
  readonly types: string;
  /** Emptied, and filled with the views as TypeScript. */
  readonly target: string;
  readonly tsconfig: string;
}

/**
 * Checks every view against the type of its page model, with the compiler of TypeScript: a misspelt key, a value that may be null
 * where it is printed, a partial that is not handed what it uses, a view without a model, a model without a view.
 * @returns what is wrong, a line each: "award/award.ejs:12:5 Property 'x' does not exist on type 'AwardModel'."
 */
export function checkViews({ views, types, target, tsconfig }: ViewFolders): string[] {
  rmSync(target, { recursive: true, force: true });
  const write = (name: string, text: (types: string) => string): string => {
    const file = join(target, `${name}.mts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text(`import type { Views } from '${relative(dirname(file), types).split(sep).join('/')}';\n`));
    return file;
  };

  const templates = templatesIn(views);
  const names = templates.filter((name) => !/^(partials|layouts)\//.test(name));
  const sources = new Map<string, { readonly file: string; readonly source: ViewSource }>();
  for (const name of templates.filter((one) => !one.startsWith('partials/'))) {
    const source = viewSource(views, `${name}.ejs`, parametersOf(name));
    sources.set(name, { source, file: write(name, (types) => types + source.text) });
  }
  const index = write('index', (types) => `${types}export type Names = keyof Views;\n`);

  const rootNames = [index, ...[...sources.values()].map(({ file }) => file)];
  const program = ts.createProgram({ rootNames, options: optionsOf(tsconfig) });
  const modelled = modelledIn(program, index);
  const faults = [...sources]
    .filter(([name]) => name.startsWith('layouts/') || modelled.has(name))
    .flatMap(([, { file, source }]) => [...source.faults, ...faultsIn(program, file, source)]);
  const used = new Set([...sources.values()].flatMap(({ source }) => [...source.partials]));
  return [
    ...new Set(faults.map((fault) => inWords(views, fault))),
    ...names.filter((name) => !modelled.has(name)).map((name) => `${name}.ejs:1:1 There is no model for this view.`),
    ...[...modelled].filter((name) => !names.includes(name)).map((name) => `${name}.ejs:1:1 There is no such view.`),
    ...templates
      .filter((name) => name.startsWith('partials/') && !used.has(`${name}.ejs`))
      .map((name) => `${name}.ejs:1:1 No view includes this partial.`),
  ].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** Every template, without the extension: "award/award". */
const templatesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ejs'))
    .map((name) => name.slice(0, -'.ejs'.length).split(sep).join('/'))
    .sort();

/** What a view is drawn with; a layout is drawn around any view, with its body. */
const parametersOf = (name: string): string =>
  name.startsWith('layouts/')
    ? "page: Pick<Views[keyof Views], 'layout'>, body: string, tables: Views[keyof Views]['layout']['tables']"
    : `page: Views['${name}']`;

function optionsOf(tsconfig: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig), undefined, tsconfig);
  return { ...options, noEmit: true, noUnusedLocals: true, noUnusedParameters: false };
}

/** The names of the views that have a model. */
function modelledIn(program: ts.Program, index: string): ReadonlySet<string> {
  const checker = program.getTypeChecker();
  const alias = program.getSourceFile(index)!.statements.find(ts.isTypeAliasDeclaration)!;
  const type = checker.getTypeAtLocation(alias.name);
  return new Set((type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : [])));
}

/** What the compiler finds, and what it lets pass: names of another scope in a partial, and values of any type that are printed. */
function faultsIn(program: ts.Program, file: string, source: ViewSource): ViewFault[] {
  const tree = program.getSourceFile(file)!;
  const heading = tree.text.length - source.text.length;
  const at = (offset: number, text: string): ViewFault => ({ ...source.placeOf(offset - heading), text });
  const found = (diagnostics: readonly ts.Diagnostic[]): ViewFault[] =>
    diagnostics.map(({ start = heading, messageText }) =>
      at(start, ts.flattenDiagnosticMessageText(messageText, '').replace(/\s+/g, ' ')),
    );
  const syntax = found(program.getSyntacticDiagnostics(tree));
  if (syntax.length > 0) return syntax;

  const faults = found(program.getSemanticDiagnostics(tree));
  const checker = program.getTypeChecker();
  const placeOf = (node: ts.Node) => source.placeOf(node.getStart(tree) - heading);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const declared = declarationOf(checker, node);
      const { copied, scope } = placeOf(node);
      if (copied && declared?.getSourceFile() === tree && placeOf(declared).scope !== scope) {
        faults.push(at(node.getStart(tree), `'${node.text}' is not handed to this partial.`));
      }
    }
    if (ts.isCallExpression(node) && node.expression.getText(tree) === PRINT) {
      const [value] = node.arguments;
      const unknown = value && checker.getTypeAtLocation(value).flags & ts.TypeFlags.Any;
      if (unknown && faults.length === 0) faults.push(at(value.getStart(tree), 'What is printed has no type.'));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}

/** Where the value of a name is declared; undefined for the name of a property. */
function declarationOf(checker: ts.TypeChecker, name: ts.Identifier): ts.Node | undefined {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return undefined;
  if (ts.isPropertyAssignment(parent) && parent.name === name) return undefined;
  if (ts.isBindingElement(parent) && parent.propertyName === name) return undefined;
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(name);
  return symbol?.declarations?.[0];
}

function inWords(views: string, { text, within, ...place }: ViewFault): string {
  const where = ({ file, offset }: Place): string => {
    const lines = readFileSync(join(views, file), 'utf8').slice(0, offset).split('\n');
    return `${file}:${lines.length}:${lines.at(-1)!.length + 1}`;
  };
  return `${where(place)} ${text}${within ? ` (included at ${where(within)})` : ''}`;
}

if (process.argv[1]?.endsWith(join('build', 'check-views.js'))) {
  const root = projectRoot();
  const faults = checkViews({
    views: join(root, 'views'),
    types: join(root, 'src', 'web', 'pages', 'views.ts'),
    target: join(root, 'dist', 'views'),
    tsconfig: join(root, 'tsconfig.json'),
  });
  for (const fault of faults) process.stderr.write(`views/${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
