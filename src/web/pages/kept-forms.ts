import type { Account } from '../../actions/accounts.ts';
import { mayViewDecision } from '../../domain/decision/access.ts';
import { DomainError } from '../../domain/errors.ts';
import { mayViewPlan } from '../../domain/purchase-plan/access.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import { mayViewTender } from '../../domain/tender/access.ts';
import { veiled } from '../../domain/tender/anonymity.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { KeptForm } from '../../storage/kept-form-store.ts';
import type { Services } from '../context.ts';
import { localPath } from '../routes.ts';
import { KEPT_FIELD } from '../session.ts';
import type { HiddenField } from './fields.ts';

export interface KeptFormsModel {
  readonly text: Messages['kept'];
  readonly forms: readonly {
    readonly id: string;
    readonly title: string;
    readonly at: string;
    readonly action: string;
    readonly discardHref: string;
    readonly hidden: readonly HiddenField[];
    /** What was typed, to be read; the label is empty where we have none. */
    readonly values: readonly { readonly label: string; readonly value: string }[];
  }[];
}

/** What is kept for this account, with what it was for as far as this person may see that now. */
export const keptFormsModel = (
  m: Messages,
  account: Account,
  services: Services,
  forms: readonly KeptForm[],
): KeptFormsModel => ({
  text: m.kept,
  forms: forms.map(({ id, path, fields, keptAt }) => {
    const { title, names } = purposeOf(m, account, services, path);
    return {
      id,
      title,
      at: m.kept.at(m.format.moment(keptAt)),
      action: localPath(path),
      discardHref: `/kept/${id}/discard`,
      hidden: [...fields, [KEPT_FIELD, id] as const].map(([name, value]) => ({ name, value })),
      values: fields
        .filter(([name, value]) => value.trim() !== '' && !BEHIND_THE_SCENES.test(name))
        .map(([name, value]) => ({ label: labelOf(m, names, name), value })),
    };
  }),
});

/** Versions, choices of a button, and files that are carried along: sent again, but nothing to read. */
const BEHIND_THE_SCENES = /^_|^(version|draft|was)|\.version$|^(intent|returnTo|seen)$|-packed$/;

/** What a form is for, by where it was sent to. */
const FORMS: readonly (readonly [RegExp, keyof Messages['kept']['forms']])[] = [
  [/^\/tenders\/[^/]+\/assessments\//, 'assessment'],
  [/^\/tenders\/[^/]+\/consensus\//, 'consensus'],
  [/^\/tenders\/[^/]+\/prices/, 'prices'],
  [/^\/tenders\/[^/]+\/bids/, 'bid'],
  [/^\/tenders\/[^/]+\/acts\//, 'act'],
  [/^\/tenders\/[^/]+\/interests/, 'interests'],
  [/^\/tenders\/[^/]+\/rounds/, 'round'],
  [/^\/tenders\/[^/]+\/sealed-prices/, 'prices'],
  [/^\/tenders\/[^/]+\/draw/, 'draw'],
  [/^\/decisions\/[^/]+\/weighing/, 'weighing'],
  [/^\/decisions\/[^/]+\/choice/, 'choice'],
  [/^\/tenders\/?$/, 'tender'],
  [/^\/decisions\/?$/, 'decision'],
  [/^\/plans(\/|$)/, 'plan'],
];

interface Purpose {
  readonly title: string;
  readonly names: Names | null;
}

function purposeOf(m: Messages, account: Account, services: Services, path: string): Purpose {
  const kind = FORMS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
  const [, room, dossier = '', , bid = '', lot = '', criterion = ''] = path.split('?')[0]!.split('/').map(decoded);
  const what = m.kept.forms[kind];
  try {
    if (room === 'tenders' && dossier !== '') {
      const known = services.tenders.get(dossier);
      if (!mayViewTender(known, account)) return { title: what, names: null };
      const state = veiled(known, account, m.bids.anonymous);
      const names = namesOf(state.rules, state.bids.values());
      const place = [
        ...(state.bids.has(bid) ? [names.bidder(bid)] : []),
        ...(bid === 'criteria' ? [inLanguage(names.criterion(criterion), m)] : []),
        ...(state.rules.lots.some((one) => one.id === lot) ? [names.lot(lot)] : []),
      ];
      return { title: [what, ...place, state.title].join(' – '), names };
    }
    if (room === 'decisions' && dossier !== '') {
      const state = services.decisions.get(dossier);
      if (mayViewDecision(state, account)) return { title: `${what} – ${state.title}`, names: null };
    }
    if (room === 'plans' && dossier.startsWith('plan-')) {
      const state = services.plans.get(dossier);
      if (mayViewPlan(state, account)) return { title: `${what} – ${state.title}`, names: null };
    }
  } catch (error) {
    // A dossier that is not there, or damaged, has no title.
    if (!(error instanceof DomainError)) throw error;
  }
  return { title: what, names: null };
}

function labelOf(m: Messages, names: Names | null, field: string): string {
  const [, what, key = ''] = /^(score|motivation|found)\.(.+)$/.exec(field) ?? [];
  if (names === null || what === undefined) return '';
  // On a page about one criterion a score is known by its bid.
  const bidder = names.bidder(key);
  const name = bidder === key ? inLanguage(names.criterion(key), m) : bidder;
  if (what === 'found') return m.kept.foundAtOf(name);
  return what === 'score' ? m.kept.scoreOf(name) : m.kept.motivationOf(name);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
