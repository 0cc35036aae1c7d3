import type { AccountModel, AccountsModel } from './accounts.ts';
import type { BidsModel, RulesModel } from './announced.ts';
import type { AssessmentModel, AssessmentsModel } from './assessments.ts';
import type { LogModel, ReRunModel } from './audit.ts';
import type { AwardModel } from './award.ts';
import type { ChoiceModel } from './choice.ts';
import type { ConsensusListModel, ConsensusModel } from './consensus.ts';
import type { ContractModelComparison } from './contract-model-comparison.ts';
import type { ContractModelModel, ContractModelsModel } from './contract-models.ts';
import type { DecisionModel } from './decision.ts';
import type { DemandLedInstrumentsModel } from './demand-led-instruments.ts';
import type { ErrorModel } from './error.ts';
import type { GuardsModel } from './guards.ts';
import type { HomeModel } from './home.ts';
import type { LayoutModel } from './layout-model.ts';
import type { NeighbourhoodTeamsModel } from './neighbourhood-teams.ts';
import type { NewBidModel } from './new-bid.ts';
import type { ConfirmRulesModel, NewDossierModel } from './new-dossier.ts';
import type { OwnMatrixModel } from './own-matrix.ts';
import type { PlanModel } from './plan.ts';
import type { PriceFormModel, PricesModel } from './prices.ts';
import type { RehearsalModel, RehearsalResultModel } from './rehearsal.ts';
import type { SetAsideModel } from './set-aside.ts';
import type { SignInModel } from './sign-in.ts';
import type { TenderModel } from './tender.ts';
import type { WaitingModel } from './waiting.ts';
import type { WeighingModel } from './weighing.ts';

/** Every view under views/ with its page model. `npm run lint` checks the views against it, the compiler the routes. */
export interface Models {
  'accounts/account': AccountModel;
  'accounts/accounts': AccountsModel;
  'assessments/form': AssessmentModel;
  'assessments/list': AssessmentsModel;
  'audit/log': LogModel;
  'audit/re-run': ReRunModel;
  'award/award': AwardModel;
  'consensus/form': ConsensusModel;
  'consensus/list': ConsensusListModel;
  'contract-models/compare': ContractModelComparison;
  'contract-models/instruments': DemandLedInstrumentsModel;
  'contract-models/model': ContractModelModel;
  'contract-models/neighbourhood-teams': NeighbourhoodTeamsModel;
  'contract-models/overview': ContractModelsModel;
  'decision/choice': ChoiceModel;
  'decision/decision': DecisionModel;
  'decision/own-matrix': OwnMatrixModel;
  'decision/weighing': WeighingModel;
  'dossier/confirm-rules': ConfirmRulesModel;
  'dossier/new': NewDossierModel;
  'error/error': ErrorModel;
  'guards/guards': GuardsModel;
  'home/home': HomeModel;
  'plan/plan': PlanModel;
  'prices/form': PriceFormModel;
  'prices/prices': PricesModel;
  'rehearsal/choose': RehearsalModel;
  'rehearsal/result': RehearsalResultModel;
  'sign-in/sign-in': SignInModel;
  'tender/bids': BidsModel;
  'tender/new-bid': NewBidModel;
  'tender/rules': RulesModel;
  'tender/set-aside': SetAsideModel;
  'tender/tender': TenderModel;
  'waiting/waiting': WaitingModel;
}

/** What a view gets as its one object, `page`: its page model, and what the layout around it shows. */
export type Views = { readonly [View in keyof Models]: Models[View] & { readonly layout: LayoutModel } };
