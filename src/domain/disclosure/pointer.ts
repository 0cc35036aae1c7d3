/** Places in a payload (RFC 6901, JSON Pointer); `*` stands for every place of a list. */
export type Pointer = `/${string}`;

/** A place of a list, as a path writes it. */
const INDEX = /^(0|[1-9]\d{0,8})$/;

/** Where something stands: in which object, under which key. */
export interface PlaceIn {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: string;
}

/** Every place that a pointer names, in which something stands. */
export function placesOf(root: unknown, pointer: Pointer): PlaceIn[] {
  const tokens = pointer.slice(1).split('/');
  const last = tokens.pop()!;
  let nodes: { readonly node: unknown; readonly path: string }[] = [{ node: root, path: '' }];
  for (const token of tokens) {
    nodes = nodes.flatMap(({ node, path }) => {
      if (token === '*')
        return Array.isArray(node) ? node.map((one, place) => ({ node: one, path: `${path}/${place}` })) : [];
      return isObject(node) && Object.hasOwn(node, token) ? [{ node: node[token], path: `${path}/${token}` }] : [];
    });
  }
  return nodes.flatMap(({ node, path }) =>
    isObject(node) && Object.hasOwn(node, last) ? [{ holder: node, key: last, path: `${path}/${last}` }] : [],
  );
}

/** The one place that a path names; its key need not be there. */
export function placeOf(root: unknown, path: string): PlaceIn | undefined {
  const tokens = path.slice(1).split('/');
  const key = tokens.pop()!;
  let node: unknown = root;
  for (const token of tokens) {
    if (Array.isArray(node) ? !INDEX.test(token) : !isObject(node)) return undefined;
    if (!Object.hasOwn(node as object, token)) return undefined;
    node = (node as Record<string, unknown>)[token];
  }
  return isObject(node) ? { holder: node, key, path } : undefined;
}

/** Whether a path is one that a pointer stands for. */
export function fits(path: string, pointer: Pointer): boolean {
  const [own, asked] = [path.split('/'), pointer.split('/')];
  return (
    own.length === asked.length &&
    asked.every((token, place) => (token === '*' ? INDEX.test(own[place]!) : token === own[place]))
  );
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
