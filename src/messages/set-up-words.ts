/** The names of the fields of rules in a form: by their place, "lots.*.name", or by their last key alone. */
export type SetUpFields = Readonly<Record<string, string>>;

/** What can be chosen: by key and value, "kind:linear", or by the value alone. */
export type SetUpValues = Readonly<Record<string, string>>;
