import type { MatrixRules } from '../decision-matrix/rules.ts';
import type { Link } from '../link.ts';
import type { Succession } from '../succession.ts';
import type { DecisionOutcome } from './analyse.ts';
import type { Weighing } from './weighing.ts';

export type DecisionPhase = 'weighing' | 'signed';

/** The fold of the events of one decision. Only `evolveDecision` writes in it. */
export interface DecisionState {
  readonly dossier: string;
  version: number;
  phase: DecisionPhase;
  title: string;
  /** What it follows from; null for one that was begun by itself. */
  readonly follows: Link | null;
  rules: MatrixRules;
  rulesSha256: string;
  officer: string;
  succession: Succession | null;
  weighing: Weighing;
  /** The place of the last weighing and of the last choice: what their forms edit and send back. */
  weighingVersion: number;
  chosen: { readonly alternative: string; readonly reason: string | null } | null;
  chosenVersion: number;
  /** Its outcome is null when no engine can have stored it. */
  signed: { readonly engine: number; readonly outcome: DecisionOutcome | null; readonly at: string } | null;
  lastEventAt: string;
}
