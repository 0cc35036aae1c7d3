import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Phase } from '../../../src/domain/tender/state/state.ts';
import { readSheet } from '../../../src/exchange/spreadsheet/read-sheet.ts';
import { writeXlsx } from '../../../src/exchange/spreadsheet/write-xlsx.ts';
import { nl } from '../../../src/messages/nl.ts';
import { SCORE_SHEET } from '../../../src/web/forms/score-sheet.ts';
import { agreementIn } from '../../support/http.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, TENDER } from '../../support/secret-tender.ts';

const OWN = `/tenders/${TENDER}/score-sheet`;
const CONSENSUS = `/tenders/${TENDER}/consensus-sheet`;
const t = nl.sheets.scores;
let house: Installation;
beforeEach(async () => {
  house = await openInstallation(PEOPLE);
});
afterEach(() => house.close());
const to = (phase: Phase) => bring(house, phase, BASE);

/** The sheet of a page as this person downloads it: its heads, and its rows by their heads. */
async function downloaded(person: string, path: string) {
  const read = await readSheet((await house.get(person, `${path}.xlsx`)).bytes, SCORE_SHEET);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const [head, ...rows] = read.sheet.rows;
  const heads = [...head!.cells.values()].map(({ text }) => text);
  const texts = rows.map(({ cells }) => heads.map((_, place) => cells.get(place + 1)?.text ?? null));
  return { heads, texts };
}
type Downloaded = Awaited<ReturnType<typeof downloaded>>;
/** The same, with something else in the first row. */
const changed = ({ heads, texts }: Downloaded, cells: Readonly<Record<string, string | null>>): Uint8Array =>
  writeXlsx([
    {
      name: t.sheet,
      columns: heads.map((header) => ({ header, width: 10 })),
      rows: texts.map((row, index) =>
        row.map((text, place) => (index === 0 && heads[place]! in cells ? cells[heads[place]!]! : text)),
      ),
    },
  ]);
const offer = (person: string, path: string, content: Uint8Array) =>
  house.upload(person, path, {}, { name: 'scores.xlsx', content });
const events = () => house.services.storage.events.head(TENDER).seq;

describe("an assessor's own scores out of a spreadsheet", () => {
  beforeEach(() => to('assessment'));

  it('become a draft, after they were seen, and are not handed in', async () => {
    const before = events();
    const sheet = await downloaded('assessor', OWN);
    const [code] = sheet.texts[0]!;
    const content = changed(sheet, { [t.heads.score]: '41', [t.heads.motivation]: 'Goed, uit het blad.' });
    const shown = await offer('assessor', OWN, content);
    expect([shown.status, shown.text.includes(t.confirmTitle), shown.text.includes('Goed, uit het blad.')]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await downloaded('assessor', OWN)).texts[0]).not.toContain('Goed, uit het blad.');
    const { status, location } = await house.post('assessor', `${OWN}/keep`, agreementIn(shown.text));
    expect([status, location]).toEqual([303, `/tenders/${TENDER}/assessments?notice=sheetKept`]);
    expect((await house.get('assessor', location!)).text).toContain(t.kept);
    expect(events()).toBe(before);
    const after = (await downloaded('assessor', OWN)).texts.find((row) => row[0] === code)!;
    expect(after.slice(-3, -1)).toEqual(['41', 'Goed, uit het blad.']);
    // Nobody else has it.
    expect(JSON.stringify((await downloaded('other-assessor', OWN)).texts)).not.toContain('Goed, uit het blad.');
    expect((await offer('assessor', OWN, content)).text).toContain(t.nothingNew);
  });

  it('are refused as a whole when one is wrong, or is not one of these', async () => {
    const sheet = await downloaded('assessor', OWN);
    const { status, text } = await offer('assessor', OWN, changed(sheet, { [t.heads.score]: '4000' }));
    expect([status, text.includes(`rij 2, kolom F (${t.heads.score}):`)]).toEqual([422, true]);
    const foreign = await offer('assessor', OWN, changed(sheet, { [t.heads.code]: 'zzz.lot-1.quality' }));
    expect([foreign.status, foreign.text.includes(t.unknownCode)]).toEqual([422, true]);
  });

  it('are given by assessors only, and only while the assessment is open', async () => {
    for (const path of [OWN, `${OWN}.xlsx`, `${OWN}.csv`]) {
      expect((await house.get('chair', path)).status).toBe(403);
      expect((await house.get('auditor', path)).status).toBe(403);
    }
    for (const path of [CONSENSUS, `${CONSENSUS}.csv`]) expect((await house.get('chair', path)).status).toBe(409);
  });
});

describe('consensus scores out of a spreadsheet', () => {
  beforeEach(() => to('consensus'));

  it('become a draft of who leads the consensus, and are not recorded', async () => {
    const before = events();
    const sheet = await downloaded('chair', CONSENSUS);
    expect(sheet.heads).not.toContain(t.heads.foundAt);
    const content = changed(sheet, { [t.heads.score]: '43', [t.heads.motivation]: 'Samen zo bevonden.' });
    const shown = await offer('chair', CONSENSUS, content);
    expect(shown.status).toBe(200);
    const { status, location } = await house.post('chair', `${CONSENSUS}/keep`, agreementIn(shown.text));
    expect([status, location, events()]).toEqual([303, `/tenders/${TENDER}/consensus?notice=sheetKept`, before]);
    expect(JSON.stringify((await downloaded('chair', CONSENSUS)).texts)).toContain('Samen zo bevonden.');
    expect((await house.get('assessor', CONSENSUS)).status).toBe(403);
  });
});
