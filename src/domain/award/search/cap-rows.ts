import { type AwardProblem, type Cap, countOf } from '../proof/problem.ts';
import { bigints, doubles, type Numbers, type Whole, type Wholes } from './whole.ts';

/** The caps that can bind, in flat lists: a row per cap, and per offer the rows in which it counts. */
export interface CapRows<W extends Whole = Whole> {
  readonly numbers: Numbers<W>;
  /** Per row what may be held, and of which party. */
  readonly room: readonly W[];
  readonly partyOf: readonly number[];
  /** Where the entries of each offer begin. */
  readonly first: readonly number[];
  /** Per entry the row, and what the offer counts in it. */
  readonly row: readonly number[];
  readonly count: Wholes<W>;
}

/** @returns undefined where no cap can bind, whatever is awarded */
export function layOutCaps(problem: AwardProblem): CapRows | undefined {
  if (problem.parties.every(({ caps }) => caps === undefined)) return undefined;
  const binding = bindingCaps(problem);
  if (binding.length === 0) return undefined;
  const isLarge = binding.some(
    ({ cap }) => cap.counts.reduce((sum, count) => sum + count, cap.most) > BigInt(Number.MAX_SAFE_INTEGER),
  );
  return isLarge ? inRows(bigints, problem, binding) : inRows(doubles, problem, binding);
}

interface BindingCap {
  readonly party: number;
  readonly cap: Cap;
}

/** A cap cannot bind when the lots that count most, as many as may go to its bids, fit together. */
function bindingCaps({ offers, parties }: AwardProblem): BindingCap[] {
  return parties.flatMap(({ bids, caps, maximumLots }, party) =>
    (caps ?? [])
      .filter((cap) => {
        const own = bids.filter(({ bid }) => cap.bids.includes(bid));
        const lots = new Set(offers.flatMap((offer) => (cap.bids.includes(offer.bid) ? offer.lots : [])));
        const most = Math.min(
          maximumLots,
          own.reduce((sum, bid) => sum + bid.maximumLots, 0),
        );
        const largest = [...lots].map((lot) => cap.counts[lot]!).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
        return largest.slice(0, most).reduce((sum, count) => sum + count, 0n) > cap.most;
      })
      .map((cap) => ({ party, cap })),
  );
}

function inRows<W extends Whole>(
  numbers: Numbers<W>,
  { offers }: AwardProblem,
  caps: readonly BindingCap[],
): CapRows<W> {
  const first = [0];
  const row: number[] = [];
  const count: W[] = [];
  const rowsOf = new Map<number, number[]>();
  caps.forEach(({ cap }, place) => {
    for (const bid of cap.bids) rowsOf.set(bid, [...(rowsOf.get(bid) ?? []), place]);
  });
  for (const { bid, lots } of offers) {
    for (const place of rowsOf.get(bid) ?? []) {
      const counts = countOf(caps[place]!.cap, lots);
      if (counts === 0n) continue;
      row.push(place);
      count.push(numbers.from(counts));
    }
    first.push(row.length);
  }
  return {
    numbers,
    room: caps.map(({ cap }) => numbers.from(cap.most)),
    partyOf: caps.map(({ party }) => party),
    first,
    row,
    count,
  };
}

/** Whether an offer fits in the room that is left. */
export function fitsCaps<W extends Whole>(
  { first, row, count }: CapRows<W>,
  room: readonly W[],
  offer: number,
): boolean {
  for (let entry = first[offer]!; entry < first[offer + 1]!; entry++) {
    if (count[entry]! > room[row[entry]!]!) return false;
  }
  return true;
}

/** Takes the room for an offer. */
export function takeRoom<W extends Whole>({ numbers, first, row, count }: CapRows<W>, room: W[], offer: number): void {
  for (let entry = first[offer]!; entry < first[offer + 1]!; entry++) {
    room[row[entry]!] = numbers.minus(room[row[entry]!]!, count[entry]!);
  }
}

/** Gives the room of an offer back. */
export function giveRoom<W extends Whole>({ numbers, first, row, count }: CapRows<W>, room: W[], offer: number): void {
  for (let entry = first[offer]!; entry < first[offer + 1]!; entry++) {
    room[row[entry]!] = numbers.plus(room[row[entry]!]!, count[entry]!);
  }
}

/** The rows that can still bind: what these offers count together does not fit. */
export function bindingRows<W extends Whole>(
  caps: CapRows<W>,
  room: readonly W[],
  offers: Iterable<number>,
): boolean[] {
  const { numbers, first, row, count } = caps;
  const together: W[] = room.map(() => numbers.zero);
  for (const offer of offers) {
    for (let entry = first[offer]!; entry < first[offer + 1]!; entry++) {
      together[row[entry]!] = numbers.plus(together[row[entry]!]!, count[entry]!);
    }
  }
  return together.map((sum, place) => sum > room[place]!);
}

/** What an offer counts in a row. */
export function countIn<W extends Whole>({ numbers, first, row, count }: CapRows<W>, place: number, offer: number): W {
  for (let entry = first[offer]!; entry < first[offer + 1]!; entry++) if (row[entry] === place) return count[entry]!;
  return numbers.zero;
}
