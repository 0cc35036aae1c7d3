import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';
import { auditTender } from './dossiers.ts';

/** Whole dossiers of tenders that are kept for ever, of every procedure and price method that they have. */
export const WHOLE_DOSSIERS = [
  'gon-2027-engine-2',
  'price-and-quality-engine-2',
  'engine-3/loting',
  'engine-3/price-and-quality',
  'engine-3/schoonmaak',
  'engine-3/vervoer',
  'format-2/gon-2027',
  'procedure-6/going-back',
  'procedure-7/documents',
  'procedure-8/amended',
] as const;

/** One of them as it stands, with the hash of its last event. */
export function wholeDossier(name: string): { readonly state: TenderState; readonly head: string } {
  const { dossier, events, head } = readDossierFile(
    readFileSync(join(projectRoot(), 'data', 'golden', `${name}.dossier.json`)),
  );
  return { state: auditTender(dossier, events).state, head };
}
