/** The names of the fields of rules in a form: by their place, "lots.*.name", or by their last key alone. */
export type SetUpFields = Readonly<Record<string, string>>;

/** What can be chosen: by the last keys and value, "scale.kind:steps" or "kind:linear", or by the value alone. */
export type SetUpValues = Readonly<Record<string, string>>;
