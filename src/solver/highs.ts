import type { IntegerProgram, IntegerProgramSolver } from '../domain/award/search/integer-program.ts';

export interface HighsOptions {
  /** After so many branches it answers with the best it has: counted, so that it answers the same on every machine. */
  readonly branches?: number;
}

/**
 * HiGHS (Huangfu & Hall 2018) as a solver of 0/1 programs, loaded when it is asked for. It works in doubles and with tolerances;
 * the relative gap that it may leave is set to none.
 */
export async function loadHighs({ branches = 20_000 }: HighsOptions = {}): Promise<IntegerProgramSolver> {
  const highs = await loadLibrary();
  return (program) => {
    const answer = highs.solve(asText(program), { mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: branches });
    const columns = answer.Columns as Readonly<Record<string, { readonly Primal?: number }>>;
    const ones = program.values.flatMap((_, variable) =>
      (columns[`x${variable}`]?.Primal ?? 0) > 0.5 ? [variable] : [],
    );
    return ones.length > 0 ? ones : undefined;
  };
}

/** The library itself, loaded when it is asked for. */
export async function loadLibrary() {
  const { default: found } = await import('highs');
  return loaderIn(found)();
}

/**
 * The program in the LP format of CPLEX, with lines short enough for every reader.
 * @param isWhole false to let variables be parts of 1, for programs whose best solutions are whole by themselves
 */
export function asText({ values, rows }: IntegerProgram, isWhole = true): string {
  const sum = (terms: readonly (readonly [factor: number, variable: number])[]): string =>
    terms
      .map(
        ([factor, variable], place) =>
          `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${variable}${place % 8 === 7 ? '\n' : ''}`,
      )
      .join(' ');
  const objective = sum(values.map((value, variable) => [value, variable] as const));
  const constraints = rows.flatMap(({ variables, factors, atLeast, atMost }, place) => {
    const left = sum(variables.map((variable, term) => [factors[term]!, variable] as const));
    if (atLeast === atMost) return [` e${place}: ${left} = ${atLeast}`];
    return [
      ...(atMost < Number.POSITIVE_INFINITY ? [` m${place}: ${left} <= ${atMost}`] : []),
      ...(atLeast > Number.NEGATIVE_INFINITY ? [` l${place}: ${left} >= ${atLeast}`] : []),
    ];
  });
  const names = values.map((_, variable) => `x${variable}${variable % 8 === 7 ? '\n' : ''}`).join(' ');
  const section = isWhole ? `Binary\n ${names}\n` : '';
  return `Maximize\n obj: ${objective}\nSubject To\n${constraints.join('\n')}\n${section}End\n`;
}

/** Its types are those of its CommonJS entry, where the function is one `default` deeper than where Node finds it. */
const loaderIn = <Made>(found: (() => Made) | { readonly default: () => Made }): (() => Made) =>
  typeof found === 'function' ? found : found.default;
