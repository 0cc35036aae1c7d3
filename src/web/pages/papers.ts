import { hasPaper, PAPER_NAMES } from '../../actions/papers.ts';
import type { Viewer } from '../../domain/roles.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeThing } from '../../domain/tender/visibility.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import { lettersPath } from './letters.ts';

export interface PapersModel {
  readonly text: Messages['records']['page'];
  readonly papers: readonly { readonly href: string; readonly label: string; readonly about: string }[];
  readonly zipHref: string;
}

/** Every paper of a tender that somebody may read now. */
export function papersModel(given: Messages, state: Readonly<TenderState>, viewer: Viewer): PapersModel {
  const m = forRules(given, state.rules);
  const t = m.records;
  const base = `/tenders/${state.dossier}`;
  const words = { ...t, 'evaluation-record': t.record, 'public-edition': t.public };
  const names = namesOf(state.rules, state.bids.values());
  const seesReport = maySeeThing(state, viewer, 'report') && state.award !== null;
  return {
    text: t.page,
    papers: [
      { href: `${base}/rules.pdf`, label: m.rulesDocument.title, about: t.page.rulesAbout },
      ...(seesReport ? [{ href: `${base}/report.pdf`, label: m.report.title, about: t.page.reportAbout }] : []),
      ...PAPER_NAMES.filter((paper) => hasPaper(state, viewer, paper)).map((paper) => ({
        href: `${base}/papers/${paper}.pdf`,
        label: words[paper].title,
        about: sentences(words[paper].subtitle, paper === 'public-edition' ? t.page.publicAbout : ''),
      })),
      ...(maySeeThing(state, viewer, 'letters')
        ? state.issuedLetters
            .filter(({ sentAt }) => sentAt !== null)
            .map(({ number, bid }) => ({
              href: `${lettersPath(state.dossier)}/${number}.pdf`,
              label: m.letters.number(number),
              about: t.page.letterAbout(names.bidder(bid)),
            }))
        : []),
    ],
    zipHref: `${base}/papers.zip`,
  };
}
