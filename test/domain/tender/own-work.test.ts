import { beforeEach, describe, expect, it } from 'vitest';
import { draftOf, type TypedScore, workOf } from '../../../src/domain/tender/own-work.ts';
import type { TenderState } from '../../../src/domain/tender/state/state.ts';
import { dossierIn } from '../../support/dossier.ts';
import { draftInLog } from '../../support/log-draft.ts';
import { smallInput, smallRules } from '../../support/tender.ts';

const PLACE = { bid: 'a', lot: 'lot-1' };
const complete: TypedScore = { score: '8', motivation: 'Goed onderbouwd.', foundAt: 'p. 12' };
const handedIn = [{ criterion: 'quality', score: '8', motivation: 'Goed onderbouwd.', foundAt: 'p. 12' }];

let dossier: ReturnType<typeof dossierIn>;
let drafts: Map<string, TypedScore>;
beforeEach(() => {
  dossier = dossierIn('assessment', smallInput(smallRules({}), { 'a lot-1': '8' }));
  drafts = new Map();
});
const state = (): TenderState => dossier.state()!;
const work = () => workOf(state(), 'one', (about) => drafts.get(about))[0]!;
const types = (typed: TypedScore) => drafts.set(draftOf(state(), PLACE, 'quality'), typed);
const submits = () =>
  dossier.run('one', { type: 'submit-assessment', ...PLACE, version: work().version, scores: handedIn });

describe('the work of an assessor on one bid', () => {
  it('is open, a draft, ready, handed in, changed, and handed in again', () => {
    expect(work()).toMatchObject({ status: 'open', version: 0 });
    types({ ...complete, motivation: '' });
    expect(work().status).toBe('draft');
    types(complete);
    expect(work().status).toBe('ready');
    drafts.clear();
    submits();
    expect(work()).toMatchObject({ status: 'handed-in', version: 1, cells: [{ typed: complete, isDraft: false }] });
    types({ ...complete, score: '6' });
    expect(work()).toMatchObject({ status: 'changed', cells: [{ isDraft: true, typed: { score: '6' } }] });
    types(complete);
    expect(work().status, 'typed back to what was handed in').toBe('handed-in');
    drafts.clear();
    submits();
    expect(work().version).toBe(2);
  });

  it('goes on from a draft that a log of before holds', () => {
    dossier.run('one', draftInLog(PLACE, [{ criterion: 'quality', score: '6', motivation: null }]));
    expect(work()).toMatchObject({ status: 'draft', cells: [{ typed: { score: '6', motivation: '', foundAt: '' } }] });
  });

  it('is nobody else’s', () => {
    expect(workOf(state(), 'chair', () => complete)).toEqual([]);
  });
});
