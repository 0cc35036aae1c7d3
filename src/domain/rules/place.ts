/** A bid in a lot, or in a combination of lots. */
export interface Place {
  readonly bid: string;
  readonly lot: string;
}

declare const made: unique symbol;
/** A place as the key of a map; only {@link placeKey} makes one. */
export type PlaceKey = string & { readonly [made]: true };

export const placeKey = (bid: string, lot: string): PlaceKey => `${bid} ${lot}` as PlaceKey;

/** The place that a key was made of. */
export function placeIn(key: PlaceKey): Place {
  const [bid, lot] = key.split(' ') as [string, string];
  return { bid, lot };
}
