import { toFractionText } from '../../domain/number.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { measuredCriteria } from '../../domain/rules/criteria-tree.ts';
import { COMMON, rulesIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { type Place, placeKey } from '../../domain/rules/place.ts';
import { type PriceOffer, partsOf } from '../../domain/rules/price-rules.ts';
import { pricedPlaces } from '../../domain/scoring/input.ts';
import { comparePrice, offersWithOtherTotal } from '../../domain/scoring/price.ts';
import { hasSealedDocuments } from '../../domain/tender/state/documents.ts';
import { placesWithPrice } from '../../domain/tender/state/open-work.ts';
import { isExcluded } from '../../domain/tender/state/rounds.ts';
import { everAwarded, type TenderState } from '../../domain/tender/state/state.ts';
import { euros } from '../../explanation/method.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { priceInputs, sureName, versionName } from '../forms/price-form.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { typed } from '../forms/text.ts';
import {
  askedNote,
  type FileField,
  type HiddenField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';
import { type Downloads, downloadsOf, sheetField, sheetLinks } from './sheet.ts';

/** More fields than this do not stand on one page: a bid then has a page per lot. */
const MOST_FIELDS = 300;

export type PricedPlace = ReturnType<typeof placesWithPrice>[number];

export interface PricesModel {
  readonly text: Messages['prices'];
  readonly labels: Messages['common'];
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  /** While the prices are closed: what has to be done first. */
  readonly closed: string | null;
  /** The same in a spreadsheet, while prices are recorded. */
  readonly sheet: { readonly href: string; readonly label: string } | null;
  /** What is recorded, as a spreadsheet; null where nothing is. */
  /** Which bidders name a total that their own amounts do not add up to; null where none does. */
  readonly otherTotals: string | null;
  readonly downloads: Downloads | null;
  readonly rows: readonly {
    readonly bidder: string;
    readonly recorded: string;
    readonly links: readonly { readonly href: string; readonly label: string; readonly full: string }[];
  }[];
}

/** Where prices are recorded: all that were opened. */
export const recordedPlaces = (state: Readonly<TenderState>): readonly Place[] =>
  placesWithPrice(state).filter(({ bid, lot }) => state.prices.has(placeKey(bid, lot)));

/** Every bid, with how many of its prices are recorded and the way to the page where they are. */
export function pricesModel(m: Messages, state: Readonly<TenderState>, editable: boolean): PricesModel {
  const t = m.prices;
  const names = namesOf(state.rules, state.bids.values());
  const isRecorded = ({ bid, lot }: Place): boolean => state.prices.has(placeKey(bid, lot));
  // What is asked by a bid that was excluded stays closed.
  const places = placesWithPrice(state).filter(
    (place) => isRecorded(place) || !isExcluded(state, place.bid, place.lot),
  );
  const action = !editable ? t.view : everAwarded(state) ? t.correct : t.open;
  const base = `/tenders/${state.dossier}/prices`;
  const done = places.filter(isRecorded).length;
  return {
    text: t,
    labels: m.common,
    progress: { text: t.recordedText(done, places.length), done, all: places.length },
    closed: state.pricesOpened || state.prices.size > 0 ? null : t.notOpened,
    otherTotals: otherTotals(m, state),
    downloads: done > 0 ? downloadsOf(m, base) : null,
    sheet: editable && !everAwarded(state) ? { href: `${base}-sheet`, label: t.fromSheet.link } : null,
    rows: [...state.bids.keys()].flatMap((bid) => {
      const own = places.filter((place) => place.bid === bid);
      const bidder = names.bidder(bid);
      if (own.length === 0) return [{ bidder, recorded: t.staysClosed, links: [] }];
      return [
        {
          bidder,
          recorded: t.recordedText(own.filter(isRecorded).length, own.length),
          links: fitsOnOnePage(state, own)
            ? [{ href: `${base}/${bid}`, label: action, full: t.openFor(action, bidder) }]
            : own.map(({ lot }) => ({
                href: `${base}/${bid}/${lot}`,
                label: lotName(m, names, lot),
                full: t.openForLot(action, bidder, lotName(m, names, lot)),
              })),
        },
      ];
    }),
  };
}

function otherTotals(m: Messages, state: Readonly<TenderState>): string | null {
  const names = namesOf(state.rules, state.bids.values());
  const offers = [...state.prices.values()].map(({ price }) => price);
  const places = offersWithOtherTotal(state.rules, offers).map(({ bid, lot }) =>
    m.prices.place(names.bidder(bid), lotName(m, names, lot)),
  );
  return places.length === 0
    ? null
    : m.prices.otherTotals(places.slice(0, MOST_NAMED).join('; '), Math.max(0, places.length - MOST_NAMED));
}
const MOST_NAMED = 5;

/** Whether the prices of a bid are asked on one page. */
export function fitsOnOnePage({ rules }: Readonly<TenderState>, places: readonly Place[]): boolean {
  const fields = partsOf(rules.price).reduce(
    (count, { rules: { form } }) => count + (form.kind === 'sheet' ? form.lines.length + 2 : 3),
    measuredCriteria(rules).length,
  );
  return places.length * fields <= MOST_FIELDS;
}

export interface PriceFormModel {
  readonly title: string;
  readonly text: Messages['prices'];
  readonly labels: Messages['common'];
  /** Null when the prices are only shown. */
  readonly action: string | null;
  /** Whether what is typed is kept: not what is sealed, which nobody sees again. */
  readonly isKept: boolean;
  readonly backHref: string;
  readonly save: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  /** Why a price is corrected, where it no longer changes without a reason. */
  readonly reason: TextField | null;
  readonly places: readonly {
    readonly title: string;
    readonly note: string | null;
    /** What is recorded now, when another form has changed it since this one was made. */
    readonly nowStored: string | null;
    readonly version: HiddenField;
    readonly fields: readonly TextField[];
    /** The box that says that a price far from the others is meant; only where one is asked about. */
    readonly sure: { readonly name: string; readonly checked: boolean } | null;
  }[];
}

/** Whether prices are recorded, corrected with a reason, or taken into keeping before they are opened. */
export type PriceMode = 'record' | 'correct' | 'keep';

/** What a refused form held, and what was wrong with it. */
export interface RefusedPrices {
  readonly form: FormBody;
  readonly problems: readonly FieldProblem[];
  /** Places that another form has changed, and places whose price is far from the others. */
  readonly stale: readonly Place[];
  readonly far: readonly Place[];
}

/** The prices of one bid, in all its lots or in one. @param refused without it what is recorded is shown */
export function priceFormModel(
  m: Messages,
  state: Readonly<TenderState>,
  bid: Bid,
  places: readonly PricedPlace[],
  action: string | null,
  refused?: RefusedPrices,
  mode: PriceMode = 'record',
): PriceFormModel {
  const t = m.prices;
  const names = namesOf(state.rules, state.bids.values());
  const isOneOf = (all: readonly Place[] | undefined, { lot }: Place): boolean =>
    all?.some((place) => place.lot === lot) ?? false;
  const model = {
    title:
      places.length === 1
        ? t.formTitleLot(bid.bidder.name, lotName(m, names, places[0]!.lot))
        : t.formTitle(bid.bidder.name),
    text: t,
    labels: m.common,
    action,
    isKept: mode !== 'keep',
    backHref: `/tenders/${state.dossier}/${mode === 'keep' ? 'sealed-prices' : 'prices'}`,
    save: mode === 'keep' ? t.keep.save : t.save,
    reason:
      mode === 'correct'
        ? textField(
            {
              name: 'reason',
              label: t.reason,
              hint: t.reasonHint,
              asks: 'required',
              value: refused ? typed(refused.form, 'reason') : '',
              multiline: true,
            },
            refused?.problems ?? [],
            m.app,
          )
        : null,
    places: places.map((place) => {
      // What is in keeping is shown to nobody, who typed it included.
      const recorded = mode === 'keep' ? undefined : state.prices.get(placeKey(place.bid, place.lot));
      const asks = places.length === 1 || recorded !== undefined ? 'required' : 'depends';
      return {
        title: lotName(m, names, place.lot),
        note: place.setAside ? t.setAsideNote : null,
        nowStored: recorded && isOneOf(refused?.stale, place) ? t.nowStored(amountIn(m, state, recorded.price)) : null,
        version: { name: versionName(place), value: String(recorded?.version ?? 0) },
        fields: priceInputs(m, state.rules, place, recorded?.price, refused?.form).map(
          ({ name, label, hint, required, value }) =>
            textField(
              { name, label, hint, value, inputmode: 'decimal', asks: required ? asks : 'optional' },
              refused?.problems ?? [],
              m.app,
            ),
        ),
        sure: isOneOf(refused?.far, place)
          ? { name: sureName(place), checked: typed(refused!.form, sureName(place)) === 'yes' }
          : null,
      };
    }),
  };
  const fields = model.places.flatMap((place) => place.fields);
  const isPerPlace = fields.some(({ asks }) => asks === 'depends');
  return { ...model, askedNote: isPerPlace ? t.perPlace : askedNote(m, [...fields, model.reason]) };
}

/** The amount of a price that is compared, as people read it. */
function amountIn(m: Messages, { rules }: Readonly<TenderState>, price: PriceOffer): string {
  if (price.lot === COMMON || partsOf(rules.price).length === 0) {
    return m.format.list((price.values ?? []).map(({ value }) => m.format.decimal(value)));
  }
  return euros(m, toFractionText(comparePrice(rulesIn(rules, price.lot).price, price).compared));
}

export interface SealedPricesModel {
  readonly text: Messages['prices']['keep'];
  readonly labels: Messages['common'];
  readonly file: FileField;
  readonly action: string;
  /** Sheets to be filled in, each as a workbook and as text. */
  readonly sheets: readonly {
    readonly label: string;
    readonly hint: string | null;
    readonly links: readonly { readonly href: string; readonly label: string; readonly full: string }[];
  }[];
  /** Whose sheet it is. */
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly bidderField: SelectField;
  readonly rows: readonly {
    readonly bidder: string;
    readonly lot: string;
    /** That a price was handed in; never what it is. */
    readonly state: string;
    readonly href: string;
    readonly action: string;
    readonly full: string;
  }[];
  readonly documents: {
    readonly text: Messages['documents']['sealed'];
    readonly rows: readonly {
      readonly bidder: string;
      readonly state: string;
      readonly href: string;
      readonly full: string;
    }[];
  };
}

/** Every place of which something is typed over before it is opened, for who does so. */
export function sealedPricesModel(
  m: Messages,
  state: Readonly<TenderState>,
  problems: readonly FieldProblem[],
  chosen = '',
): SealedPricesModel {
  const t = m.prices.keep;
  const names = namesOf(state.rules, state.bids.values());
  const file = sheetField(m, problems);
  const bidder = bidderField(m, state, placesToKeep(state), chosen);
  return {
    text: t,
    labels: m.common,
    askedNote: askedNote(m, [bidder, file]),
    file,
    bidderField: bidder,
    action: `/tenders/${state.dossier}/sealed-prices`,
    sheets: [
      { label: t.sheet.download, hint: null, base: `/tenders/${state.dossier}/sealed-prices` },
      { label: t.sheet.blank, hint: t.sheet.blankHint, base: `/tenders/${state.dossier}/price-sheet` },
    ].map(({ label, hint, base }) => ({ label, hint, links: sheetLinks(m, base, label) })),
    rows: placesToKeep(state).map(({ bid, lot }) => {
      const kept = state.sealed.has(placeKey(bid, lot));
      const action = kept ? t.again : t.open;
      return {
        bidder: names.bidder(bid),
        lot: lotName(m, names, lot),
        state: kept ? t.handedIn : m.common.none,
        href: `/tenders/${state.dossier}/sealed-prices/${bid}/${lot}`,
        action,
        full: m.prices.openForLot(action, names.bidder(bid), lotName(m, names, lot)),
      };
    }),
    documents: {
      text: m.documents.sealed,
      rows: [...state.bids.values()]
        .filter(({ id }) => !isExcluded(state, id, COMMON))
        .map(({ id }) => ({
          bidder: names.bidder(id),
          state: hasSealedDocuments(state, id) ? m.documents.sealed.handedIn : m.common.none,
          href: `/tenders/${state.dossier}/bids/${id}/sealed-documents`,
          full: m.documents.sealed.linkFor(names.bidder(id)),
        })),
    },
  };
}

/** Whose price sheet it is, where a bidder filled in its own. */
export function bidderField(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly Place[],
  chosen: string,
): SelectField {
  const t = m.prices.keep.sheet;
  const names = namesOf(state.rules, state.bids.values());
  return selectField(
    {
      name: 'bid',
      label: t.bidder,
      hint: t.bidderHint,
      asks: 'chosen',
      options: [
        { value: '', label: t.inSheet, selected: chosen === '' },
        ...[...new Set(places.map(({ bid }) => bid))].map((bid) => ({
          value: bid,
          label: names.bidder(bid),
          selected: chosen === bid,
        })),
      ],
    },
    [],
    m.app,
  );
}

/** What can be typed over before anything is known of the quality: not of a bid that was excluded. */
export const placesToKeep = (state: Readonly<TenderState>): PricedPlace[] =>
  pricedPlaces(state.rules, state.bids.values())
    .filter(({ bid, lot }) => !isExcluded(state, bid, lot))
    .map((place) => ({ ...place, setAside: false }));
