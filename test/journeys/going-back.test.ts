import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD, hashPassword } from '../../src/actions/passwords.ts';
import { INSTALLATION, type Role } from '../../src/domain/roles.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { en } from '../../src/messages/en.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { launchBrowser, openVisitor, type Visitor } from '../support/browser.ts';
import { declareNoInterest } from '../support/formalities-in-browser.ts';
import { GOING_BACK, PLACES, type Winners } from '../support/going-back.ts';
import { criteriaOn } from '../support/score-form.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/**
 * A tender in which everything goes back, in a real browser: the same as test/support/going-back.ts works out by commands, with the same outcome at
 * every step. Everybody has a window of 390 or of 1280 pixels; every page is looked over, and those of the chair in both and in English too.
 */

const TENDER = '/tenders/tender-going-back-1';
const { acts, tender: t } = forRules(nl, GOING_BACK);

/** The ids that bids get in the order in which they come in, and what bidders are called. */
const BIDDERS = {
  a: ['bid-1', 'Stichting Anders'],
  b: ['bid-2', 'Stichting Beter'],
  c: ['bid-3', 'Coöperatie Cirkel'],
  e: ['bid-4', 'Eerste Hulp B.V.'],
  d: ['bid-5', 'De Laatkomer'],
} as const;
type Key = keyof typeof BIDDERS;
const idOf = (key: string): string => BIDDERS[key as Key][0];
const nameOf = (key: string): string => BIDDERS[key as Key][1];

const MORE: readonly (readonly [id: string, name: string, role: Role])[] = [
  ['bewaarder', 'Bas Bewaarder', 'procurement-officer'],
  ['getuige', 'Gerda Getuige', 'committee-member'],
  ['beoordelaar-4', 'Vera Vierde', 'assessor'],
  ['beoordelaar-5', 'Ville Vijfde', 'assessor'],
  ['beoordelaar-6', 'Zoë Zesde', 'assessor'],
];

describe('a tender that goes back, in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let chair: Visitor;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    const passwordHash = await hashPassword(DEMO_PASSWORD, INSTALLATION);
    for (const [id, name, role] of MORE) {
      server.services.accounts.addDemo(INSTALLATION, { id, name, roles: [role], passwordHash });
    }
    chair = await openVisitor(browser, server.url, { account: 'inkoper' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const as = async (account: string, work: (visitor: Visitor) => Promise<void>, width = 390): Promise<void> => {
    const visitor = await openVisitor(browser, server.url, { account, width });
    await work(visitor);
    await visitor.leave();
  };
  /** The same page in the narrow window and in English as well. */
  const inEveryForm = async (visitor: Visitor, path: string, word: string): Promise<void> => {
    await visitor.visit(path);
    await visitor.page.setViewportSize({ width: 390, height: 900 });
    await visitor.lookOver();
    await visitor.arrive(() => visitor.page.getByRole('button', { name: 'English' }).click());
    expect(await visitor.text()).toContain(word);
    await visitor.lookOver();
    await visitor.page.setViewportSize({ width: 1280, height: 900 });
    await visitor.lookOver();
    await visitor.arrive(() => visitor.page.getByRole('button', { name: 'Nederlands' }).click());
  };
  const choose = (visitor: Visitor, label: string, option: string) =>
    visitor.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  /** Does something with the form of an act. */
  const act = async (
    visitor: Visitor,
    name: keyof typeof acts.names,
    fill: (visitor: Visitor) => Promise<unknown> = async () => {},
  ): Promise<void> => {
    await visitor.visit(`${TENDER}/acts/${name}`);
    await fill(visitor);
    await visitor.press(acts.names[name].button);
  };
  const because = (visitor: Visitor, text = 'Zoals besproken en vastgelegd.') =>
    visitor.page.getByLabel(acts.fields.reason.label, { exact: true }).fill(text);
  const fillScores = async (visitor: Visitor, scores: readonly string[]): Promise<void> => {
    for (const [index, criterion] of (await criteriaOn(visitor.page)).entries()) {
      await criterion.fill(scores[index]!, 'Zoals het plan het beschrijft.');
    }
  };
  const assess = async (account: string, places: typeof PLACES, width?: number): Promise<void> =>
    as(
      account,
      async (visitor) => {
        for (const [key, lot, plan, staff] of places) {
          await visitor.visit(`${TENDER}/assessments/${idOf(key)}/${lot}`);
          // One of them sees the staff of c otherwise: a difference to be discussed.
          const own = account === 'beoordelaar-4' && key === 'c' && lot === 'lot-1' ? '10' : staff;
          await fillScores(visitor, [plan, own]);
          await visitor.press(nl.assessment.submit);
        }
      },
      width,
    );
  const compute = async (): Promise<void> => {
    await chair.visit(TENDER);
    await chair.confirm(t.computeAward);
  };
  const draw = async (first: string, second: string): Promise<void> => {
    await choose(chair, nl.draw.place(1), nameOf(first));
    await choose(chair, nl.draw.place(2), nameOf(second));
    await chair.page.getByLabel(nl.draw.method).fill('Met briefjes uit een hoed.');
    await chair.page.getByLabel(nl.draw.witnesses).fill('Notaris Bakker en twee inschrijvers');
  };
  /** The outcome is what it must be, and the page says who won. */
  const gives = async (winners: Winners): Promise<void> => {
    const state = server.services.tenders.get(TENDER.slice('/tenders/'.length));
    const { award, lots } = standingOutcome(state);
    for (const [lot, winner] of Object.entries(winners)) {
      const found = award.lots.find((one) => one.lot === lot)!;
      expect([lot, found.winner]).toEqual([lot, winner ? idOf(winner[0]) : null]);
      if (!winner) continue;
      const { ranking } = lots.find((one) => one.lot === lot)!;
      expect([lot, ranking.find(({ bid }) => bid === idOf(winner[0]))?.exactTotal]).toEqual([lot, winner[1]]);
      expect(await chair.text()).toContain(nameOf(winner[0]));
    }
  };

  it('starts, and people get their tasks', async () => {
    await chair.follow(nl.app.newTender);
    await chair.page.getByLabel(nl.newTender.name).fill('Een aanbesteding die teruggaat');
    await chair.page.getByLabel(nl.newTender.file).check();
    const buffer = Buffer.from(JSON.stringify(GOING_BACK));
    await chair.page
      .getByLabel(nl.newTender.fileField)
      .setInputFiles({ name: 'regels.json', mimeType: 'application/json', buffer });
    await chair.press(nl.newTender.submit);
    await chair.press(nl.confirm.publish.yes);
    for (const name of ['Bram Beoordelaar', 'Bo Beoordelaar', 'Bente Beoordelaar']) {
      await choose(chair, t.appointChoose, name);
      await chair.press(t.appoint);
    }
    await act(chair, 'name-keeper', (visitor) => choose(visitor, acts.fields.account.label, 'Bas Bewaarder'));
    await act(chair, 'name-witness', (visitor) => choose(visitor, acts.fields.account.label, 'Gerda Getuige'));
    expect(await chair.text()).toContain('Gerda Getuige');
  }, 60_000);

  it('takes in five bids: one corrected, one too late', async () => {
    const lots: Readonly<Record<Key, readonly string[]>> = {
      a: ['Lot 1', 'Lot 2', 'Lot 3'],
      b: ['Lot 1', 'Lot 2', 'Lot 3'],
      c: ['Lot 1'],
      e: ['Lot 2'],
      d: ['Lot 1'],
    };
    for (const [index, key] of (Object.keys(BIDDERS) as Key[]).entries()) {
      await chair.visit(`${TENDER}/bids/new`);
      await chair.page.getByLabel(nl.bids.form.name, { exact: true }).fill(nameOf(key));
      await chair.page.getByRole('radio', { name: nl.bids.form.single, exact: true }).check();
      const member = chair.page.getByRole('group', { name: nl.bids.form.member(1), exact: true });
      await member.getByLabel(nl.bids.form.number, { exact: true }).fill(`9000000${index}`);
      for (const lot of lots[key]) {
        await chair.page.getByRole('group', { name: lot, exact: true }).getByRole('checkbox').check();
      }
      if (key === 'd') await chair.page.getByLabel(nl.bids.late).fill('Een half uur na de sluiting.');
      await chair.confirm(nl.bids.form.submit);
    }
    await inEveryForm(chair, `${TENDER}/acts`, en.acts.title);
    await chair.follow(nl.bids.correct.link(nameOf('c')));
    expect(await chair.page.getByLabel(nl.bids.form.name, { exact: true }).inputValue()).toBe(nameOf('c'));
    await chair.page.getByRole('group', { name: 'Lot 3', exact: true }).getByRole('checkbox').check();
    await chair.press(nl.bids.correct.button, 422);
    expect(await chair.text()).toContain(nl.bids.correct.reasonMissing);
    await chair.page.getByLabel(nl.bids.correct.reason).fill('Het derde perceel was niet overgetypt.');
    await chair.press(nl.bids.correct.button);
    const { bids, fallen } = server.services.tenders.get('tender-going-back-1');
    expect(bids.get('bid-3')!.lots.map(({ lot }) => lot)).toEqual(['lot-1', 'lot-3']);
    expect(fallen.map(({ bid, stage }) => [bid, stage])).toEqual([['bid-5', 'excluded']]);
  }, 120_000);

  it('has everybody declare, and keeps who has a conflict out of that bid', async () => {
    await inEveryForm(chair, `${TENDER}/interests`, en.interests.title);
    await declareNoInterest(chair, TENDER);
    for (const account of ['bewaarder', 'getuige', 'beoordelaar-1', 'beoordelaar-2']) {
      await as(account, (visitor) => declareNoInterest(visitor, TENDER));
    }
    await as('beoordelaar-3', async (visitor) => {
      await visitor.visit(`${TENDER}/bids`, 409);
      await visitor.visit(`${TENDER}/interests`);
      for (const answer of await visitor.page.getByRole('radio', { name: nl.interests.no, exact: true }).all()) {
        await answer.check();
      }
      const cirkel = visitor.page.getByRole('radiogroup', { name: nl.interests.question(nameOf('c')) });
      await cirkel.getByRole('radio', { name: nl.interests.yes, exact: true }).check();
      await visitor.press(nl.interests.save, 422);
      await visitor.page.getByLabel(nl.interests.explanation(nameOf('c'))).fill('Mijn partner werkt daar.');
      await visitor.press(nl.interests.save);
    });
    await chair.visit(TENDER);
    expect(await chair.text()).toContain(t.openConflicts(1));
    await act(chair, 'judge-interest', async (visitor) => {
      await choose(
        visitor,
        acts.fields.interest.label,
        acts.interestOf('Bente Beoordelaar', nameOf('c'), 'Mijn partner werkt daar.'),
      );
      await visitor.page.getByRole('radio', { name: acts.answers.conflict.yes }).check();
      await because(visitor);
    });
    await chair.confirm(t.openAssessment);
    await as('beoordelaar-3', async (visitor) => {
      await visitor.visit(`${TENDER}/assessments/bid-3/lot-1`, 403);
      await visitor.visit(`${TENDER}/bids`);
      expect(await visitor.text()).not.toContain(nameOf('c'));
    });
  }, 120_000);

  it('takes the prices into keeping, and shows them to nobody', async () => {
    await as('bewaarder', async (visitor) => {
      for (const [key, lot, , , amount] of PLACES.slice(0, 2)) {
        await visitor.visit(`${TENDER}/sealed-prices/${idOf(key)}/${lot}`);
        await visitor.page.getByLabel(nl.prices.amount('none'), { exact: true }).fill(amount);
        await visitor.press(nl.prices.keep.save);
      }
      expect(await visitor.text()).toContain(nl.prices.keep.handedIn);
      // The rest in a sheet, that is downloaded and filled in.
      const t = nl.prices.keep.sheet;
      await visitor.visit(`${TENDER}/sealed-prices`);
      const [download] = await Promise.all([
        visitor.page.waitForEvent('download'),
        visitor.page.getByRole('link', { name: `${t.download}: ${nl.sheets.downloadCsv}` }).click(),
      ]);
      const empty = readFileSync(await download.path(), 'utf8');
      const filled = PLACES.slice(2).reduce(
        (sheet, [key, lot, , , amount]) => {
          const row = new RegExp(`^(price\\.${idOf(key)}\\.${lot}\\.amount;.*;)$`, 'm');
          expect(sheet).toMatch(row);
          return sheet.replace(row, `$1${amount}`);
        },
        empty.replaceAll('\r', ''),
      );
      const upload = async (text: string, status = 200): Promise<void> => {
        const buffer = Buffer.from(text);
        await visitor.page
          .getByLabel(nl.sheets.file)
          .setInputFiles({ name: 'prijzen.csv', mimeType: 'text/csv', buffer });
        if (status === 200) await visitor.confirm(t.submit);
        else await visitor.press(t.submit, status);
      };
      await upload(filled.replace(/^price/m, 'prijs'), 422);
      expect(await visitor.text()).toContain(t.unknownCode(`prijs.${idOf('a')}.lot-1.amount`));
      await upload(filled);
      expect(await visitor.text()).toContain(nl.prices.keep.saved);
      await visitor.visit(`${TENDER}/sealed-prices/bid-1/lot-1`);
      expect(await visitor.page.getByLabel(nl.prices.amount('none'), { exact: true }).inputValue()).toBe('');
      await visitor.visit(`${TENDER}/prices`, 403);
    });
    await chair.visit(`${TENDER}/prices`, 409);
  }, 120_000);

  it('is assessed; one falls ill half-way and is replaced', async () => {
    await assess('beoordelaar-1', PLACES, 1280);
    await assess(
      'beoordelaar-3',
      PLACES.filter(([key]) => key !== 'c'),
    );
    await assess('beoordelaar-2', PLACES.slice(0, 2));
    await act(chair, 'replace-assessor', async (visitor) => {
      await choose(visitor, acts.fields.assessor.label, 'Bo Beoordelaar');
      await choose(visitor, acts.fields.by.label, 'Vera Vierde');
      await because(visitor, 'Langdurig ziek.');
    });
    await as('beoordelaar-2', (visitor) => visitor.visit(TENDER, 404));
    await as('beoordelaar-4', (visitor) => declareNoInterest(visitor, TENDER));
    await assess('beoordelaar-4', PLACES);
    await chair.visit(TENDER);
    await chair.confirm(t.openConsensus);
  }, 240_000);

  it('does not close before a flagged difference was discussed', async () => {
    for (const [key, lot, plan, staff] of PLACES) {
      await chair.visit(`${TENDER}/consensus/${idOf(key)}/${lot}`);
      await fillScores(chair, [plan, staff]);
      await chair.press(nl.consensus.save);
    }
    await chair.visit(TENDER);
    expect(await chair.text()).toContain('verder uiteen dan de bekendgemaakte grens');
    await inEveryForm(chair, `${TENDER}/consensus/bid-3/lot-1`, en.consensus.discussed);
    await chair.visit(`${TENDER}/consensus/bid-3/lot-1`);
    await chair.page.getByLabel(nl.consensus.discussed).check();
    await chair.press(nl.consensus.save);
    await chair.visit(TENDER);
    await chair.confirm(t.closeQuality);
  }, 120_000);

  it('has the prices opened by two', async () => {
    await chair.confirm(acts.names['propose-opening'].title);
    await chair.visit(`${TENDER}/acts/open-prices`);
    await chair.press(acts.names['open-prices'].button, 422);
    expect(await chair.text()).toContain(nl.errors['second-person-needed']({}));
    await chair.visit(`${TENDER}/prices`, 409);
    await as('getuige', async (visitor) => {
      await visitor.visit(TENDER);
      await visitor.confirm(acts.names['open-prices'].title);
      await visitor.visit(`${TENDER}/prices`, 403);
    });
    await inEveryForm(chair, `${TENDER}/prices`, en.prices.title);
  }, 60_000);

  it('needs a draw, which is held again with a reason', async () => {
    await compute();
    await gives({ 'lot-1': null, 'lot-2': ['a', '82'], 'lot-3': ['c', '100'] });
    await draw('b', 'a');
    await chair.press(nl.draw.record);
    await chair.press(nl.draw.confirm.yes);
    await gives({ 'lot-1': ['b', '88'], 'lot-2': ['a', '82'], 'lot-3': ['c', '100'] });
    await chair.visit(`${TENDER}/acts`);
    await chair.follow(nl.draw.againLink(['Lot 1']));
    await draw('a', 'b');
    await chair.press(nl.draw.record, 422);
    await chair.page.getByLabel(nl.draw.reason).fill('Een briefje was twee keer in de hoed.');
    await chair.press(nl.draw.record);
    await chair.press(nl.draw.confirm.yes);
    await gives({ 'lot-1': ['a', '88'], 'lot-2': ['a', '82'], 'lot-3': ['c', '100'] });
  }, 60_000);

  it('needs a second draw when the winner of another lot withdraws', async () => {
    await act(chair, 'set-aside', async (visitor) => {
      await choose(visitor, acts.fields.bid.label, nameOf('c'));
      await choose(visitor, acts.fields.lot.label, 'Lot 3');
      await visitor.page.getByRole('radio', { name: acts.answers.stage.withdrawn }).check();
      await because(visitor, 'De inschrijver trekt zich terug.');
    });
    await compute();
    await gives({ 'lot-1': ['a', '88'], 'lot-2': ['a', '82'], 'lot-3': null });
    await draw('b', 'a');
    await chair.press(nl.draw.record);
    await chair.press(nl.draw.confirm.yes);
    await gives({ 'lot-1': ['a', '88'], 'lot-2': ['a', '82'], 'lot-3': ['b', '82'] });
  }, 60_000);

  it('lets a price be corrected after the award, with a reason', async () => {
    await chair.visit(`${TENDER}/prices/bid-2`);
    const lot = chair.page.getByRole('group', { name: 'Lot 2', exact: true });
    await lot.getByLabel(nl.prices.amount('none'), { exact: true }).fill('80');
    await chair.press(nl.prices.save, 422);
    expect(await chair.text()).toContain(nl.prices.reasonMissing);
    await chair.page.getByLabel(nl.prices.reason).fill('Er stond 80 op het inschrijfbiljet.');
    await chair.press(nl.prices.save);
    await compute();
    await gives({ 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': ['b', '82'] });
  }, 60_000);

  it('lets a new committee assess one criterion anew, which sees nothing of before', async () => {
    await inEveryForm(chair, `${TENDER}/rounds/new`, en.rounds.open.title);
    await chair.visit(`${TENDER}/rounds/new`);
    const { open } = nl.rounds;
    await chair.press(open.button, 422);
    for (const name of [nameOf('a'), nameOf('b'), 'Lot 2', 'Personeel', 'Ville Vijfde', 'Zoë Zesde']) {
      await chair.page.getByRole('checkbox', { name, exact: true }).check();
    }
    await chair.page.getByLabel(open.reason).fill('De rechter beval een nieuwe beoordeling van het personeel.');
    await chair.press(open.button);
    expect(await chair.text()).toContain(t.underWay.assessment(4));
    for (const account of ['beoordelaar-5', 'beoordelaar-6']) {
      await as(account, async (visitor) => {
        await declareNoInterest(visitor, TENDER);
        for (const page of ['consensus', 'rounds', 'award', 'report.pdf']) {
          const { status } = await visitor.page.request
            .get(`${TENDER}/${page}`)
            .then((answer) => ({ status: answer.status() }));
          expect([page, [403, 409].includes(status)]).toEqual([page, true]);
        }
        for (const [bid, staff] of [
          ['bid-1', '10'],
          ['bid-2', '6'],
        ] as const) {
          await visitor.visit(`${TENDER}/assessments/${bid}/lot-2`);
          expect(await visitor.page.getByRole('main').locator('fieldset').count()).toBe(1);
          await fillScores(visitor, [staff]);
          await visitor.press(nl.assessment.submit);
        }
      });
    }
    await chair.visit(TENDER);
    await chair.confirm(nl.rounds.openConsensus);
    for (const [bid, staff] of [
      ['bid-1', '10'],
      ['bid-2', '6'],
    ] as const) {
      await chair.visit(`${TENDER}/consensus/${bid}/lot-2`);
      await fillScores(chair, [staff]);
      await chair.press(nl.consensus.save);
    }
    await chair.visit(TENDER);
    await chair.confirm(nl.rounds.close);
    await compute();
    await gives({ 'lot-1': ['a', '88'], 'lot-2': ['a', '86'], 'lot-3': ['b', '82'] });
    await inEveryForm(chair, `${TENDER}/rounds`, en.rounds.name(2));
    await chair.visit(`${TENDER}/rounds`);
    const table = chair.page.getByRole('table', { name: nl.rounds.differencesOf(nl.rounds.name(2)) });
    expect((await table.locator('tbody tr').first().allInnerTexts())[0]).toMatch(/Personeel\s+6\s+10\s+nieuw/);
  }, 180_000);

  it('lets that round be annulled, and what was found before stands again', async () => {
    await act(chair, 'annul-round', async (visitor) => {
      await choose(visitor, acts.fields.round.label, nl.rounds.name(2));
      await because(visitor, 'In hoger beroep vernietigd.');
    });
    await compute();
    await gives({ 'lot-1': ['a', '88'], 'lot-2': ['b', '76'], 'lot-3': ['b', '82'] });
    await chair.visit(`${TENDER}/rounds`);
    expect(await chair.text()).toContain(nl.rounds.annulled('In hoger beroep vernietigd.'));
    await inEveryForm(chair, TENDER, en.tender.pages.rounds);
    await inEveryForm(chair, `${TENDER}/award`, nameOf('a'));
  }, 60_000);

  it('is replayed by an auditor to the last digit', async () => {
    await as(
      'auditor',
      async (visitor) => {
        await visitor.visit(`${TENDER}/re-run`);
        expect(await visitor.text()).toContain(nl.reRun.verdict.confirmed);
        await visitor.visit(`${TENDER}/log`);
        expect(await visitor.text()).toContain(nl.log.types['round-annulled']);
      },
      1280,
    );
  }, 60_000);
});
