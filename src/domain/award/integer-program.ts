/** A 0/1 program: the highest sum of values under rows of whole numbers. */
export interface IntegerProgram {
  /** Value of each variable being 1. */
  readonly values: readonly number[];
  readonly rows: readonly ProgramRow[];
}

/** atLeast <= sum of factors x variables <= atMost. */
export interface ProgramRow {
  readonly variables: readonly number[];
  readonly factors: readonly number[];
  readonly atLeast: number;
  readonly atMost: number;
}

/**
 * Somebody else's solver. What it answers is only a suggestion: it is checked exactly, and proves nothing.
 * @returns the variables that are 1; undefined without an answer
 */
export type IntegerProgramSolver = (program: IntegerProgram) => readonly number[] | undefined;
