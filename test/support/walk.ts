import { openTender } from '../../src/actions/open-tender.ts';
import type { Tenders } from '../../src/actions/tenders.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { assessedIn } from '../../src/domain/rules/in-lot.ts';
import { type Place, placeKey } from '../../src/domain/rules/place.ts';
import { assessedPlaces, type EvaluationInput } from '../../src/domain/scoring/input.ts';
import { agreedIn } from '../../src/domain/tender/state/open-work.ts';
import { currentRound } from '../../src/domain/tender/state/rounds.ts';
import { declaring, openPrices } from './formalities.ts';

export const CHAIR = 'voorzitter';

/** Walks a tender by its commands from its rules to its award, with what an input says. @returns the id of the dossier */
export function walkTender(tenders: Tenders, input: EvaluationInput, title: string): string {
  const { rules, bids, consensus, assessments = [], prices = [], fallen = [], draws = [] } = input;
  const dossier = openTender(
    tenders,
    CHAIR,
    title,
    { rules, sha256: sha256(JSON.stringify(rules)) },
    { fictional: true },
  );
  const assessors = [...new Set([...assessments.map(({ assessor }) => assessor), 'assessor-1'])].sort();
  for (const assessor of assessors) tenders.execute(dossier, CHAIR, { type: 'appoint-assessor', assessor });
  for (const bid of bids) tenders.execute(dossier, CHAIR, { type: 'register-bid', bid });
  for (const person of [CHAIR, ...assessors]) tenders.execute(dossier, person, declaring(bids.map(({ id }) => id)));
  tenders.execute(dossier, CHAIR, { type: 'open-assessment' });
  const at = (place: Place, criterion: string) => (one: Place & { readonly criterion: string }) =>
    placeKey(one.bid, one.lot) === placeKey(place.bid, place.lot) && one.criterion === criterion;
  const places = assessedPlaces(rules, bids);
  for (const assessor of assessors) {
    for (const place of places) {
      const scores = assessedIn(rules, place.lot).map(({ criterion: { id: criterion } }) => {
        const own = assessments.find((one) => one.assessor === assessor && at(place, criterion)(one));
        const score = own?.score ?? consensus.find(at(place, criterion))!.score;
        return { criterion, score, motivation: 'Zoals beschreven in het plan.' };
      });
      tenders.execute(dossier, assessor, { type: 'submit-assessment', ...place, version: 0, scores });
    }
  }
  tenders.execute(dossier, CHAIR, { type: 'open-consensus' });
  for (const place of places) {
    const state = tenders.get(dossier);
    const scores = agreedIn(state, currentRound(state), place).map((criterion) => ({
      criterion,
      score: consensus.find(at(place, criterion))!.score,
      motivation: 'Besproken en gedeeld.',
      version: 0,
    }));
    if (scores.length > 0) tenders.execute(dossier, CHAIR, { type: 'record-consensus', ...place, scores });
  }
  tenders.execute(dossier, CHAIR, { type: 'close-quality' });
  if (prices.length > 0) {
    openPrices((actor, command) => tenders.execute(dossier, actor, command), CHAIR, assessors[0]!);
    tenders.execute(dossier, CHAIR, { type: 'record-prices', prices: prices.map((price) => ({ price, version: 0 })) });
  }
  for (const { stage, ...said } of fallen) {
    if (stage === 'excluded') tenders.execute(dossier, CHAIR, { type: 'set-aside-bid', fallen: { ...said, stage } });
  }
  tenders.execute(dossier, CHAIR, { type: 'compute-award' });
  for (const { order } of draws) {
    tenders.execute(dossier, CHAIR, {
      type: 'record-draw',
      order,
      method: 'Met briefjes, door de notaris.',
      witnesses: 'De notaris en twee getuigen',
    });
    tenders.execute(dossier, CHAIR, { type: 'compute-award' });
  }
  return dossier;
}
