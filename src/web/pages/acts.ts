import { may } from '../../domain/tender/admit.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { knockOutBlocks } from '../../explanation/programme.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { isOffered } from '../acts/act.ts';
import { ACT_NAMES, ACTS, type ActName } from '../acts/acts.ts';
import { ACT_GROUPS, type TenderAct, type TenderAsking } from '../acts/tender-acts.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type ActModel, type ActsModel, actModel } from './act.ts';
import { blocksModel } from './blocks.ts';
import { textField } from './fields.ts';

/** Whether somebody may do this now, and there is something to do it to. */
export const mayAct = (asking: TenderAsking, name: ActName): boolean => {
  const act: TenderAct = ACTS[name];
  return may(asking.state, asking.account.id, act.event) && isOffered(act, asking);
};

/** What somebody may do beside the usual course, under its headings. @param more what has a form of its own */
export function actsModel(
  asking: TenderAsking,
  more: readonly {
    readonly group: TenderAct['group'];
    readonly href: string;
    readonly label: string;
    readonly lead: string;
  }[],
): ActsModel {
  const { m, state } = asking;
  const t = m.acts;
  return {
    text: t,
    groups: ACT_GROUPS.map((group) => ({
      id: `acts-${group}`,
      title: t.groups[group],
      links: [
        ...more.filter((one) => one.group === group),
        ...ACT_NAMES.filter((name) => ACTS[name].group === group && mayAct(asking, name)).map((name) => ({
          href: `/tenders/${state.dossier}/acts/${name}`,
          label: t.names[name].title,
          lead: t.names[name].lead,
        })),
      ],
    })).filter(({ links }) => links.length > 0),
  };
}

/** The form of one act of a tender. @param form what was typed */
export function tenderActModel(
  asking: TenderAsking,
  name: ActName,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel {
  const { m, state } = asking;
  return {
    ...actModel(asking, ACTS[name], m.acts.names[name], `/tenders/${state.dossier}`, name, form, problems),
    sections:
      name === 'check-requirements' ? blocksModel(m, knockOutBlocks(forRules(m, state.rules), state.rules)) : [],
  };
}

/** What is said when an act was done, by its name. */
export const doneTexts = (m: Messages): Readonly<Record<string, string>> =>
  Object.fromEntries(ACT_NAMES.map((name) => [name, m.acts.names[name].done]));

/** The form of a copy of a tender: only its name is asked. */
export function copyModel(
  m: Messages,
  { dossier, title }: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel {
  const t = m.acts.copy;
  const value = 'title' in form ? typed(form, 'title') : title;
  return {
    title: t.title,
    lead: t.lead,
    button: t.button,
    action: `/tenders/${dossier}/copy`,
    backHref: `/tenders/${dossier}`,
    back: m.common.cancel,
    askedNote: null,
    sections: [],
    fields: [
      {
        kind: 'text',
        field: textField({ name: 'title', label: t.name, value, asks: 'required' }, problems, m.app),
      },
    ],
  };
}
