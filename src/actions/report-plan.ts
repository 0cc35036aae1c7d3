import { sha256 } from '../chain/canonical.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { heading, paragraph } from '../explanation/blocks.ts';
import { planBlocks } from '../explanation/plan-blocks.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { recordReport } from '../reports/record-report.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { exportDossier } from './export-dossier.ts';
import type { PurchasePlans } from './purchase-plans.ts';

/**
 * A purchase plan on paper, counted back as of a day, with the edition of the dossier for the committee: the same plan and the same day make the same report.
 * @param today "2027-03-10"
 */
export const reportPlan = (
  m: Messages,
  services: {
    readonly storage: Storage;
    readonly accounts: Accounts;
    readonly plans: PurchasePlans;
    readonly ruleSets: RuleSets;
  },
  dossier: string,
  today: string,
): Report =>
  services.storage.snapshot(() => {
    const state = services.plans.get(dossier);
    const { hash: head } = services.storage.events.head(dossier);
    const file = exportDossier(services, dossier, { of: 'committee' });
    const { adopted, note, model } = state;
    const officer = services.accounts.nameOf(state.officer);
    const t = m.purchasePlan;
    return recordReport(m, {
      title: state.title,
      subtitle: m.planPages.reportSubtitle(String(state.year)),
      facts: [
        { term: t.status, value: t.phase[state.phase] },
        ...(adopted
          ? [
              { term: t.adoptedOn, value: m.format.date(adopted.on) },
              { term: t.adoptedBy, value: adopted.by },
            ]
          : []),
        { term: t.officer, value: officer },
        { term: t.model, value: m.tender.rulesVersion(inLanguage(model.title, m), model.version) },
        { term: m.planPages.calculatedOn, value: m.format.date(today) },
        { term: m.report.head, value: head },
      ],
      blocks: [
        ...planBlocks(m, state, today, null),
        ...(note === null
          ? []
          : [heading(1, m.planPages.about, 'about'), ...note.split(/\n+/).map((line) => paragraph(line))]),
      ],
      asOf: state.lastEventAt,
      attachments: [
        {
          name: 'dossier.json',
          bytes: Buffer.from(file, 'utf8'),
          mediaType: 'application/json',
          description: m.planPages.attachment,
        },
      ],
      // People can be renamed without an event, and then stand in another report.
      contentHash: sha256(`${m.language} ${today} ${officer} ${file}`),
    });
  });
