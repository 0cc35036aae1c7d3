import type { OwnWork } from '../../actions/own-work.ts';
import { sha256 } from '../../chain/canonical.ts';
import { inOrderOfLots } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { PlaceOfWork } from '../../domain/tender/own-work.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { benchPath, handInPath } from './bench.ts';

/** The last step of an assessor: what is open, and what is handed in. */
export interface HandInModel {
  readonly title: string;
  readonly text: Messages['assessment']['handIn'];
  readonly labels: Messages['common'];
  readonly open: readonly { readonly href: string; readonly label: string; readonly missing: string }[];
  readonly ready: readonly {
    readonly bidder: string;
    readonly lot: string;
    readonly href: string;
    readonly scores: string;
  }[];
  readonly action: string;
  /** What this page was made from: what is handed in is what it shows. */
  readonly seen: string;
  readonly button: string | null;
  readonly backHref: string;
}

/** What can be handed in: complete, and not handed in as it is. */
export const readyIn = ({ places }: OwnWork): PlaceOfWork[] =>
  places.filter(
    ({ status, cells }) => status === 'ready' || (status === 'changed' && cells.every(({ isComplete }) => isComplete)),
  );

/** Stands for all that would be handed in. */
export const printOfWork = (work: OwnWork): string =>
  sha256(JSON.stringify(readyIn(work).map(({ bid, lot, version, cells }) => [bid, lot, version, cells]))).slice(0, 16);

export function handInModel(m: Messages, state: Readonly<TenderState>, work: OwnWork): HandInModel {
  const names = namesOf(state.rules, state.bids.values());
  const t = m.assessment.handIn;
  const ready = readyIn(work);
  const hrefOf = ({ bid, lot }: PlaceOfWork): string => benchPath(state.dossier, { by: 'bid', place: { bid, lot } });
  const nameOf = (criterion: string): string => inLanguage(names.criterion(criterion), m);
  return {
    title: t.title,
    text: t,
    labels: m.common,
    open: inOrderOfLots(state.rules, work.places)
      .filter((place) => place.status !== 'handed-in' && !ready.includes(place))
      .map((place) => {
        const open = place.cells.filter(({ isComplete }) => !isComplete);
        return {
          href: open[0] ? `${hrefOf(place)}#cell-${open[0].criterion}` : hrefOf(place),
          label: m.assessment.title(names.bidder(place.bid), lotName(m, names, place.lot)),
          missing: t.missing(m.format.list(open.map(({ criterion }) => nameOf(criterion)))),
        };
      }),
    ready: inOrderOfLots(state.rules, ready).map((place) => ({
      bidder: names.bidder(place.bid),
      lot: lotName(m, names, place.lot),
      href: hrefOf(place),
      scores: place.cells
        .map(({ criterion, typed }) => `${nameOf(criterion)} ${m.format.decimal(typed.score)}`)
        .join('; '),
    })),
    action: handInPath(state.dossier),
    seen: printOfWork(work),
    button: ready.length === 0 ? null : t.button(ready.length),
    backHref: `/tenders/${state.dossier}/assessments`,
  };
}
