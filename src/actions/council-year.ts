import { canonicalJson, sha256 } from '../chain/canonical.ts';
import { mayViewContracts } from '../domain/contract/access.ts';
import { contractsInYear, yearsToLookAt } from '../domain/contract/council-year.ts';
import type { Viewer } from '../domain/roles.ts';
import { councilBlocks, type DossierInYear } from '../explanation/contract/council.ts';
import type { Messages } from '../messages/messages.ts';
import { recordReport } from '../reports/record-report.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { Contracts } from './contracts.ts';
import { listContracts } from './lists.ts';

/** The contracts of a year, as far as somebody may see them. */
export interface CouncilYear {
  readonly year: number;
  readonly dossiers: readonly DossierInYear[];
  /** Other years in which there were contracts, the last first. */
  readonly others: readonly number[];
  /** When something was recorded last in one of them; empty where there is none. */
  readonly asOf: string;
}

/** So many dossiers are looked at; one for each award. */
const MOST = 1_000;

/** @param today the day on which it is looked at */
export function councilYear(
  { storage, contracts }: { readonly storage: Storage; readonly contracts: Contracts },
  viewer: Viewer,
  year: number,
  today: string,
): CouncilYear {
  const { rows } = listContracts(storage, viewer, { archived: false, today, limit: MOST, offset: 0 });
  const states = rows.map(({ dossier }) => contracts.get(dossier)).filter((state) => mayViewContracts(state, viewer));
  const shown = states
    .map((state) => ({ state, contracts: contractsInYear(state, year, today) }))
    .filter((one) => one.contracts.length > 0)
    .sort((a, b) => (a.state.title < b.state.title ? -1 : 1));
  const years = new Set(states.flatMap((state) => yearsToLookAt(state, today)));
  return {
    year,
    dossiers: shown.map(({ state: { dossier, title, fictional }, ...rest }) => ({
      dossier,
      title,
      fictional,
      ...rest,
    })),
    others: [...years].filter((one) => one !== year).sort((a, b) => b - a),
    asOf:
      shown
        .map(({ state }) => state.lastEventAt)
        .sort()
        .at(-1) ?? '',
  };
}

/** The same as a paper: same dossiers, same day, same paper. */
export function reportCouncilYear(m: Messages, { year, dossiers, asOf }: CouncilYear): Report {
  const t = m.council;
  const blocks = councilBlocks(m, year, dossiers);
  return recordReport(m, {
    title: t.title(year),
    subtitle: '',
    facts: [
      { term: t.year, value: String(year) },
      ...(dossiers.length === 0 ? [] : [{ term: t.dossiers, value: dossiers.map(({ title }) => title).join('; ') }]),
      ...(asOf === '' ? [] : [{ term: t.asOf, value: m.format.moment(asOf) }]),
    ],
    blocks,
    asOf,
    attachments: [],
    contentHash: sha256(canonicalJson([m.language, year, asOf, JSON.stringify(blocks)])),
  });
}
