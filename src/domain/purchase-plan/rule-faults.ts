/** What is wrong in a rule set that a schema of shapes cannot see, and where. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Ids that are given to more than one of a list. */
export const twice = (list: readonly { readonly id: string }[], path: Fault['path']): Fault[] =>
  list.flatMap(({ id }, at) =>
    list.findIndex((other) => other.id === id) === at
      ? []
      : [{ path: [...path, at, 'id'], message: `duplicate id ${id}` }],
  );
