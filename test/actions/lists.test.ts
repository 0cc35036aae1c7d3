import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { auditedDossiers } from '../../src/actions/audited-dossiers.ts';
import { partsOf } from '../../src/actions/dossier-kind.ts';
import { countTenders, listContracts, listDecisions, listPlans, listTenders } from '../../src/actions/lists.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { openWhole } from '../../src/chain/opened.ts';
import { projectRoot } from '../../src/config.ts';
import { mayViewDecision } from '../../src/domain/decision/access.ts';
import { GROUPS } from '../../src/domain/listing.ts';
import { mayViewPlan } from '../../src/domain/purchase-plan/access.ts';
import { ROLES, type Viewer } from '../../src/domain/roles.ts';
import { lastSeenAt, mayViewTender } from '../../src/domain/tender/access.ts';
import { heedsOf } from '../../src/domain/tender/heeds.ts';
import { tenderListing } from '../../src/domain/tender/listing.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { statusFor } from '../../src/domain/tender/status.ts';
import { tasksOf } from '../../src/domain/tender/tasks.ts';
import { waitsOf } from '../../src/domain/tender/waits.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { openStorage } from '../../src/storage/database.ts';
import { CONTRACTS, contractServices, followDemoContracts, MANAGER, OFFICER } from '../support/contracts.ts';
import { demoServices } from '../support/demo.ts';
import { goingBack } from '../support/going-back.ts';
import { adopting, planOf } from '../support/purchase-plan.ts';
import { smallRules } from '../support/tender.ts';

const TODAY = '2027-03-10';
const EVERYTHING = { today: TODAY, archived: false, limit: 50, offset: 0 };
const storage = openStorage(':memory:');
afterAll(() => storage.close());

/** What lists give somebody of the one tender in them, in the archive or not. */
function fromTable(viewer: Viewer): unknown {
  const found = [false, true].flatMap((archived) => listTenders(storage, viewer, { ...EVERYTHING, archived }).rows);
  const groups = GROUPS.filter((group) => listTenders(storage, viewer, { ...EVERYTHING, group }).total > 0);
  return found.map(({ title, seat }) => ({ title, seat, groups }));
}

/** The same from the tender itself. */
function fromState(state: TenderState, viewer: Viewer): unknown {
  if (!mayViewTender(state, viewer)) return [];
  const seat = {
    status: statusFor(state, viewer),
    todo: tasksOf(state, viewer),
    waits: waitsOf(state, viewer),
    heeds: heedsOf(state, viewer),
    lastSeen: lastSeenAt(state, viewer),
  };
  return [{ title: state.title, seat, groups: GROUPS.filter((group) => seat[group].length > 0) }];
}

function compare(state: TenderState, people: readonly string[], { id, roles }: { id: number; roles: Viewer['roles'] }) {
  const viewer = { id: people[id % people.length]!, roles };
  const [table, folded] = [fromTable(viewer), fromState(state, viewer)];
  expect(table, `${state.version} ${viewer.id} ${roles.join('+')}`).toEqual(JSON.parse(JSON.stringify(folded)));
}

const viewers = fc.array(fc.record({ id: fc.nat(99), roles: fc.subarray([...ROLES], { minLength: 1 }) }), {
  minLength: 8,
  maxLength: 8,
});
const sampled = fc.sample(viewers, 2000);

const GOLDEN = [
  'gon-2027-engine-1',
  'price-and-quality-engine-2',
  'engine-3/loting',
  'engine-3/schoonmaak',
  'engine-3/vervoer',
  'format-2/gon-2027',
  'format-2/price-and-quality-both-formats',
  'procedure-6/going-back',
  'procedure-7/documents',
  'procedure-8/amended',
  'procedure-9/letters',
];

describe('what lists say of a tender', () => {
  let place = 0;

  it.each(GOLDEN)('is after every event, to everybody in every role, what the tender itself says: %s', (name) => {
    const { dossier, events } = readDossierFile(
      readFileSync(join(projectRoot(), 'data', 'golden', `${name}.dossier.json`)),
    );
    let state: TenderState | undefined;
    expect(events.length).toBeGreaterThan(5);
    for (const event of events) {
      const whole = tenderKind.toEvent(openWhole(event, partsOf(tenderKind, event)));
      if (state) tenderKind.evolve(state, whole);
      else state = tenderKind.start(dossier, whole)!;
      const listing = tenderListing(state);
      storage.lists.put(dossier, 'tender', event.seq, listing);
      const people = [...new Set(listing.people.map(({ account }) => account)), 'a-stranger'];
      for (const viewer of sampled[place++ % sampled.length]!) compare(state, people, viewer);
      expect(storage.lists.differs(dossier, 'tender', event.seq, listing)).toBe(false);
    }
    storage.lists.remove(dossier);
  });

  it('and is so in a tender in which everything goes back, by the commands themselves', () => {
    let minute = 0;
    const tenders = createTenders(storage, () => new Date(Date.UTC(2027, 2, 1, 8, minute++)));
    for (const { does } of goingBack(tenders, 'tender-going-back-1')) {
      does();
      const state = tenders.get('tender-going-back-1');
      const people = [...new Set(tenderListing(state).people.map(({ account }) => account)), 'a-stranger'];
      for (const viewer of sampled[place++ % sampled.length]!) compare(state, people, viewer);
    }
    expect(storage.lists.outdated()).toEqual([]);
  });
});

describe('what lists say of the choice of a contract model', () => {
  it('is what the choice itself says, to everybody in every role', async () => {
    const { storage: demo, decisions } = await demoServices();
    const state = decisions.get('decision-contract-models-2013-1');
    for (const id of [state.officer, 'somebody-else']) {
      for (const roles of ROLES.map((role) => [role] as const)) {
        const { rows } = listDecisions(demo, { id, roles }, EVERYTHING);
        expect(rows.map(({ seat }) => seat)).toEqual(
          mayViewDecision(state, { id, roles }) ? [{ phase: state.phase, lastSeen: state.lastEventAt }] : [],
        );
      }
    }
  });
});

describe('what lists say of a purchase plan', () => {
  it('is what the plan itself says, to everybody in every role, before and after it was adopted', () => {
    const { storage: own, state, say } = planOf('haren-2013.v1');
    for (const phase of ['drafting', 'adopted'] as const) {
      if (phase === 'adopted') say(adopting);
      const plan = state();
      for (const id of [plan.officer, 'somebody-else']) {
        for (const roles of ROLES.map((role) => [role] as const)) {
          const { rows } = listPlans(own, { id, roles }, EVERYTHING);
          expect(rows.map(({ seat }) => [seat.phase, seat.lastSeen, seat.dates.length])).toEqual(
            mayViewPlan(plan, { id, roles }) ? [[phase, plan.lastEventAt, 10]] : [],
          );
        }
      }
    }
    expect(own.lists.outdated()).toEqual([]);
    own.close();
  });
});

describe('a list of tenders', () => {
  const many = openStorage(':memory:');
  afterAll(() => many.close());
  let day = 1;
  const tenders = createTenders(many, () => new Date(`202${day++ % 2 === 0 ? 6 : 7}-05-01T08:00:00Z`));
  const titles = ['Wijkteams Überdiep', 'Café en ontmoeting', 'vervoer 100% op maat', 'Vervoer', 'Dagbesteding'];
  const dates = [['2027-03-12'], ['2027-01-05', '2027-02-01'], [], ['2027-03-10'], []];
  titles.forEach((title, index) => {
    const rules = {
      ...smallRules({}),
      course: { dates: dates[index]!.map((date) => ({ name: { nl: 'Besluit', en: 'Decision' }, date })) },
    };
    const command = {
      type: 'publish-rules',
      title,
      rules,
      rulesSha256: '0'.repeat(64),
      chair: 'c',
      fictional: true,
    } as const;
    tenders.execute(`tender-many-${index}`, 'c', command);
  });
  const chair: Viewer = { id: 'c', roles: ['procurement-officer'] };
  const found = (filter: Partial<typeof EVERYTHING> & { title?: string; year?: number; phase?: string }) =>
    listTenders(many, chair, { ...EVERYTHING, ...filter }).rows.map(({ title }) => title);

  it('is by the next date, what is late first, then by title without regard to capitals', () => {
    expect(found({})).toEqual([
      'Café en ontmoeting',
      'Vervoer',
      'Wijkteams Überdiep',
      'Dagbesteding',
      'vervoer 100% op maat',
    ]);
    expect(listTenders(many, chair, EVERYTHING).rows.map(({ date }) => date?.on ?? null)).toEqual([
      '2027-02-01',
      '2027-03-10',
      '2027-03-12',
      null,
      null,
    ]);
  });

  it('finds a part of a title, without capitals and accents, and nothing by signs that mean something elsewhere', () => {
    expect(found({ title: 'uberDIEP' })).toEqual(['Wijkteams Überdiep']);
    expect(found({ title: ' cafe ' })).toEqual(['Café en ontmoeting']);
    expect(found({ title: '%' })).toEqual(['vervoer 100% op maat']);
    expect(found({ title: '_' })).toEqual([]);
  });

  it('is filtered by year and phase, and read page by page', () => {
    expect(countTenders(many, chair)).toEqual({ running: 5, archived: 0, years: [2027, 2026] });
    expect(found({ year: 2026 })).toHaveLength(2);
    expect(found({ phase: 'registration' })).toHaveLength(5);
    expect(found({ phase: 'awarded' })).toEqual([]);
    const { rows, total } = listTenders(many, chair, { ...EVERYTHING, limit: 2, offset: 4 });
    expect([rows.length, total]).toEqual([1, 5]);
  });

  it('is only of what somebody takes part in or may look on at', () => {
    for (const roles of ROLES.map((role) => [role] as const)) {
      const seen = listTenders(many, { id: 'another', roles }, EVERYTHING).total;
      expect([roles[0], seen]).toEqual([roles[0], roles[0] === 'auditor' ? 5 : 0]);
    }
  });
});

describe('contracts in lists', () => {
  it('stand there for who follows them, with the next day to decide on, and in the list of the auditor', async () => {
    const services = await contractServices();
    followDemoContracts(services);
    const of = (id: string, ...roles: Viewer['roles']) =>
      listContracts(services.storage, { id, roles }, { ...EVERYTHING, today: '2029-11-02' }).rows;
    const [row] = of(OFFICER, 'procurement-officer');
    expect(row).toMatchObject({
      dossier: CONTRACTS,
      seat: { phase: 'followed', areas: 4 },
      date: { on: '2029-12-31', what: { kind: 'extension', extension: 1 } },
    });
    for (const [id, role] of [
      [MANAGER, 'contract-manager'],
      [MANAGER, 'procurement-officer'],
      ['lid', 'committee-member'],
      ['auditor', 'auditor'],
    ] as const) {
      expect(of(id, role)).toEqual([row]);
    }
    for (const [id, role] of [
      ['een-ander', 'procurement-officer'],
      ['een-ander', 'contract-manager'],
      ['beheerder', 'administrator'],
    ] as const) {
      expect(of(id, role)).toEqual([]);
    }
    const auditor: Viewer = { id: 'auditor', roles: ['auditor'] };
    const all = auditedDossiers(services.storage, auditor, TODAY, { limit: 20, offset: 0 }).rows;
    expect(all.find(({ dossier }) => dossier === CONTRACTS)).toMatchObject({
      kind: 'contract',
      contract: { title: row!.title },
      events: services.storage.events.head(CONTRACTS).seq,
    });
  });
});
