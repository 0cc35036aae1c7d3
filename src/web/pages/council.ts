import type { CouncilYear } from '../../actions/council-year.ts';
import { councilBlocks } from '../../explanation/contract/council.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';

export interface CouncilModel {
  readonly title: string;
  readonly lead: string;
  readonly blocks: BlocksModel;
  readonly yearsLabel: string;
  readonly years: readonly { readonly href: string; readonly label: string }[];
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
  readonly dossiersLabel: string;
  readonly dossiers: readonly { readonly href: string; readonly label: string }[];
}

export function councilModel(m: Messages, { year, dossiers, others }: CouncilYear): CouncilModel {
  const t = m.council;
  return {
    title: t.title(year),
    lead: t.lead,
    blocks: blocksModel(m, councilBlocks(m, year, dossiers)),
    yearsLabel: t.years,
    years: others.map((one) => ({ href: `/council/${one}`, label: String(one) })),
    downloads:
      dossiers.length === 0
        ? []
        : [
            { href: `/council/${year}.pdf`, label: t.pdf },
            { href: `/council/${year}.xlsx`, label: `${m.sheets.asSheet}: ${m.sheets.downloadXlsx}` },
          ],
    dossiersLabel: t.dossiers,
    dossiers: dossiers.map(({ dossier, title }) => ({ href: `/contracts/${dossier}`, label: title })),
  };
}
