import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  hasPaper,
  makePaper,
  mayReadPaper,
  PAPER_NAMES,
  PAPERS,
  type Paper,
  zipPapers,
} from '../../../src/actions/papers.ts';
import { sha256 } from '../../../src/chain/canonical.ts';
import { rolesToSeeThing } from '../../../src/domain/tender/visibility.ts';
import { readDossierFile } from '../../../src/exchange/dossier-file.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { nl } from '../../../src/messages/nl.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, type Name, PEOPLE, TENDER, viewer } from '../../support/secret-tender.ts';

/** The short papers with a tender: who may have which, what stands in them, and that they are the same every time. */

let house: Installation;
beforeAll(async () => {
  house = await openInstallation(PEOPLE);
  await bring(house, 'awarded', BASE);
});
afterAll(() => house.close());
const state = () => house.services.tenders.get(TENDER);
const paperOf = (name: Name, paper: Paper, language: (typeof LANGUAGES)[number] = 'nl') =>
  makePaper(messagesIn(language), house.services, state(), viewer(name), paper);

describe('papers', () => {
  it.each(PAPER_NAMES)(
    '%s is given to who may see it, refused to everybody else, and listed for nobody else',
    async (paper) => {
      for (const { id, roles } of PEOPLE) {
        const { status } = await house.get(id, `/tenders/${TENDER}/papers/${paper}.pdf`);
        const sees =
          roles.some((role) => rolesToSeeThing(PAPERS[paper]).includes(role)) &&
          mayReadPaper(state(), viewer(id), paper);
        expect([id, paper, status === 200]).toEqual([id, paper, sees]);
        const may = sees && hasPaper(state(), viewer(id), paper);
        const page = await house.get(id, `/tenders/${TENDER}/papers`);
        if (page.status === 200)
          expect([id, paper, page.text.includes(`papers/${paper}.pdf`)]).toEqual([id, paper, may]);
      }
    },
  );

  it('are drawn the same every time, in both languages', async () => {
    for (const language of LANGUAGES) {
      for (const paper of ['evaluation-record', 'opening', 'interests', 'public-edition'] as const) {
        const [once, again] = [
          await renderPdf(paperOf('chair', paper, language)),
          await renderPdf(paperOf('chair', paper, language)),
        ];
        expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
      }
      expect(paperOf('assessor', 'sheet', language).language).toBe(messagesIn(language).locale);
    }
  });

  it('carry the edition of the dossier for their readers: the public one nothing of who lost', () => {
    const edition = (name: Name, paper: Paper) =>
      paperOf(name, paper).attachments.map(({ bytes }) => readDossierFile(bytes).edition.of);
    expect(edition('committee', 'evaluation-record')).toEqual(['committee']);
    expect(edition('committee', 'public-edition')).toEqual(['public']);
    expect(edition('assessor', 'sheet')).toEqual([]);
    const { blocks } = paperOf('chair', 'public-edition');
    // No decision was sent: it is a draft, and says so.
    expect(blocks[0]).toMatchObject({ kind: 'note', title: nl.records.public.draft, text: nl.records.public.draftWhy });
    const winner = state().bids.get('a')!.bidder.name;
    expect(JSON.stringify(blocks)).toContain(winner);
    expect(JSON.stringify(blocks)).not.toContain(state().bids.get('b')!.bidder.name);
    for (const { id } of PEOPLE) expect(JSON.stringify(blocks)).not.toContain(`Persoon ${id}`);
  });

  it('name in the record what the law asks for, and what the dossier does not hold', () => {
    const text = JSON.stringify(paperOf('chair', 'evaluation-record').blocks);
    const t = nl.records.record;
    for (const part of [
      t.contract,
      t.valueMissing,
      t.chosen,
      t.rejected,
      t.low,
      t.subcontracting,
      t.noSubcontracting,
      t.interests,
      t.opening,
      t.draws,
      t.deviations,
      t.notSent,
    ])
      expect(text).toContain(part);
    // Who may not know who has an interest reads how many people declared.
    expect(text).toContain('Persoon witness');
    expect(JSON.stringify(paperOf('committee', 'evaluation-record').blocks)).not.toContain('Persoon witness');
  });

  it('give an assessor what he or she handed in, to sign', () => {
    const text = JSON.stringify(paperOf('assessor', 'sheet').blocks);
    expect(text).toContain(nl.records.sheet.handedIn);
    expect(text).toContain('"kind":"signatures"');
    expect([hasPaper(state(), viewer('assessor'), 'sheet'), hasPaper(state(), viewer('chair'), 'sheet')]).toEqual([
      true,
      false,
    ]);
  });

  it('say on the form of an assessor once what the scale is, where all criteria have the same one', () => {
    const text = JSON.stringify(paperOf('assessor', 'sheet').blocks);
    expect(text.split('Schaal: ')).toHaveLength(2);
  });

  it('are together in one archive, with an index that tells the hash of each', async () => {
    const zip = () =>
      zipPapers(nl, house.services, state(), viewer('chair'), async (report) => Buffer.from(report.title), []);
    const [one, other] = [await zip(), await zip()];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const files = unzipSync(one);
    const index = Buffer.from(files[nl.records.page.index]!).toString('utf8');
    const others = Object.keys(files).filter((name) => name !== nl.records.page.index);
    expect(others.length).toBeGreaterThan(4);
    for (const name of others) expect(index).toContain(`${sha256(files[name]!)}  ${name}`);
    const stranger = await house.get('other-officer', `/tenders/${TENDER}/papers.zip`);
    expect(stranger.status).toBe(404);
  });
});
