import { LARGEST_DOCUMENT } from '../../actions/documents.ts';
import type { Viewer } from '../../domain/roles.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { documentsFor, type SeenDocument } from '../../domain/tender/documents.ts';
import { hasSealedDocuments, removedDocumentsOf } from '../../domain/tender/state/documents.ts';
import { DOCUMENT_TYPES } from '../../domain/tender/state/events/documents.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type Passage, passagesOf, withTyped } from '../../explanation/blocks.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { askedNote, type FileField, fileField, type SelectField, selectField } from './fields.ts';

/** The documents of one bid, for one person. Partial: `partials/documents`. */
export interface DocumentsModel {
  /** Names the list: no two bids on a page have the same. */
  readonly label: string;
  readonly documents: readonly {
    readonly name: string;
    readonly href: string;
    /** What happens when it is chosen, for who does not see that. */
    readonly effect: string;
    readonly newTab: boolean;
    /** Kind, size, lot and date. */
    readonly about: string;
  }[];
}

export const documentsPath = ({ dossier }: Readonly<TenderState>, bid: string): string =>
  `/tenders/${dossier}/bids/${bid}/documents`;

/**
 * The documents of a bid that this person may see now; null where there are none. A PDF opens in a tab of its own, everything else is downloaded.
 * @param m of the tender: see `forRules`
 * @param state as this person may see it: see `tenderOf`
 */
export function documentsModel(
  m: Messages,
  state: Readonly<TenderState>,
  viewer: Viewer,
  bid: string,
): DocumentsModel | null {
  const t = m.documents;
  const seen = documentsFor(state, viewer, bid);
  if (seen.length === 0) return null;
  const names = namesOf(state.rules, state.bids.values());
  return {
    label: t.caption(names.bidder(bid)),
    documents: seen.map((one) => {
      const { id, type, size, lot, at, ofPrice } = one.document;
      const newTab = type === 'pdf';
      return {
        name: shownName(m, one),
        href: `/tenders/${state.dossier}/bids/${bid}/${ofPrice ? 'price-documents' : 'documents'}/${id}`,
        effect: newTab ? t.opensInTab : t.isDownloaded,
        newTab,
        about: [
          ...(ofPrice ? [t.ofPrice] : []),
          t.kind(t.types[type], m.format.size(size)),
          ...(state.rules.lots.length > 1 ? [lot === null ? t.allLots : lotName(m, names, lot)] : []),
          m.format.date(at),
        ].join(' · '),
      };
    }),
  };
}

/** What a document is called for who may see it. */
export const shownName = (m: Messages, { document, anonymousAs }: SeenDocument): string =>
  anonymousAs === null ? document.name : m.documents.neutral(anonymousAs);

/** The field of the file. */
export const FILE = 'document';

export interface BidDocumentsModel {
  readonly title: string;
  readonly lead: string;
  readonly text: Messages['documents'];
  readonly documents: DocumentsModel | null;
  readonly removed: readonly (readonly Passage[])[];
  readonly removeHref: string;
  readonly form: DocumentForm;
}

/** The form with which a document is added. */
export interface DocumentForm {
  readonly action: string;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly heading: string;
  readonly note: string | null;
  /** Null where the bid is about one lot. */
  readonly lot: SelectField | null;
  readonly file: FileField;
  readonly submit: string;
}

/** The documents of a bid for who adds and removes them. @param form what was filled in */
export function bidDocumentsModel(
  m: Messages,
  state: Readonly<TenderState>,
  viewer: Viewer,
  bid: Bid,
  form: FormBody,
  problems: readonly FieldProblem[],
): BidDocumentsModel {
  const t = m.documents;
  const lot = lotField(m, state, bid, form, problems);
  const file = documentField(m, t.add.hint(m.format.size(LARGEST_DOCUMENT)), problems);
  return {
    title: t.title(bid.bidder.name),
    lead: t.lead,
    text: t,
    documents: documentsModel(m, state, viewer, bid.id),
    removed: removedDocumentsOf(state, bid.id).map(({ name, removed }) =>
      passagesOf(withTyped(m, t.removed(name, m.format.moment(removed!.at), removed!.reason), removed!.reason)),
    ),
    removeHref: `/tenders/${state.dossier}/acts/remove-document`,
    form: {
      action: documentsPath(state, bid.id),
      heading: t.add.title,
      note: state.rules.course?.anonymousUntil === undefined ? null : t.add.anonymous,
      askedNote: askedNote(m, [lot, file]),
      lot,
      file,
      submit: t.add.submit,
    },
  };
}

export interface SealedDocumentsModel {
  readonly title: string;
  readonly lead: string;
  /** That something is in keeping; never what, or how much. */
  readonly state: string;
  readonly remove: { readonly href: string; readonly label: string } | null;
  readonly form: DocumentForm;
}

/** The form for documents with prices, for who keeps them. */
export function sealedDocumentsModel(
  m: Messages,
  state: Readonly<TenderState>,
  bid: Bid,
  form: FormBody,
  problems: readonly FieldProblem[],
): SealedDocumentsModel {
  const t = m.documents.sealed;
  const kept = hasSealedDocuments(state, bid.id);
  const lot = lotField(m, state, bid, form, problems);
  const file = documentField(m, t.hint(m.format.size(LARGEST_DOCUMENT)), problems);
  return {
    title: t.title(bid.bidder.name),
    lead: t.lead,
    state: kept ? t.kept : t.notKept,
    remove: kept ? { href: `/tenders/${state.dossier}/acts/remove-sealed-documents`, label: t.remove } : null,
    form: {
      action: `/tenders/${state.dossier}/bids/${bid.id}/sealed-documents`,
      heading: t.add,
      note: null,
      askedNote: askedNote(m, [lot, file]),
      lot,
      file,
      submit: t.submit,
    },
  };
}

function lotField(
  m: Messages,
  state: Readonly<TenderState>,
  { lots }: Bid,
  form: FormBody,
  problems: readonly FieldProblem[],
): SelectField | null {
  if (lots.length < 2) return null;
  const names = namesOf(state.rules, state.bids.values());
  const chosen = typed(form, 'lot');
  const options = [
    { value: '', label: m.acts.allLots },
    ...lots.map(({ lot }) => ({ value: lot, label: lotName(m, names, lot) })),
  ].map((one) => ({ ...one, selected: one.value === chosen }));
  return selectField({ name: 'lot', label: m.documents.add.lot, options, asks: 'chosen' }, problems, m.app);
}

const documentField = (m: Messages, hint: string, problems: readonly FieldProblem[]): FileField =>
  fileField(
    {
      name: FILE,
      label: m.documents.add.file,
      hint,
      accept: [...DOCUMENT_TYPES, 'jpeg'].map((type) => `.${type}`).join(','),
      asks: 'required',
    },
    problems,
    m.app,
  );
