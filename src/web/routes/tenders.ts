import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { computeAward } from '../../actions/compute-award.ts';
import { openTender } from '../../actions/open-tender.ts';
import { sha256 } from '../../chain/canonical.ts';
import type { PublishedRules } from '../../criteria/rule-sets.ts';
import { DomainError } from '../../domain/errors.ts';
import { lotsOf } from '../../domain/rules/bid.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { biddable, type TenderRules, tenderRules } from '../../domain/rules/rules.ts';
import { checkRules } from '../../domain/scoring/check-rules.ts';
import { isChair } from '../../domain/tender/access.ts';
import type { TenderCommand } from '../../domain/tender/decide.ts';
import { parseJson } from '../../exchange/parse.ts';
import { SAMPLES } from '../../exchange/samples.ts';
import { bidsInWords } from '../../explanation/bids.ts';
import { rulesInWords } from '../../explanation/rules.ts';
import { describeError, describeFaults, inLanguage, type Messages } from '../../messages/messages.ts';
import type { Services } from '../context.ts';
import { growthPathFields, readBidForm } from '../forms/bid-form.ts';
import {
  carriedFile,
  type FieldProblem,
  type FormBody,
  fileText,
  textProblem,
  typed,
  typedAll,
} from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { mayDecide } from '../pages/decision.ts';
import { examplesModel } from '../pages/examples.ts';
import { textField } from '../pages/fields.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { tenderModel } from '../pages/tender.ts';
import { naming, requireAccess, tenderOf, tenderTrail, type Web } from './context.ts';

const VIEWERS = ['procurement-officer', 'assessor', 'committee-member', 'auditor'] as const;
const OFFICER = ['procurement-officer'] as const;
/** In place of the name of a rule set: the rules come from a file. */
const OWN_RULES = 'own';

/** Making a tender, its overview, rules and bids, and the steps from phase to phase. */
export function tenderRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { tenders, accounts, ruleSets } = services;

  const newTenderPage = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const t = m.newTender;
    const body = (request.body ?? {}) as FormBody;
    const rulesProblem = problems.find((problem) => problem.field === 'rules');
    const decision = typed(request.method === 'POST' ? body : request.query, 'decision');
    const problemText = (field: string): string | null => {
      const problem = problems.find((one) => one.field === field);
      return problem ? `${m.app.errorPrefix}${problem.text}` : null;
    };
    return render(
      response,
      'dossier/new',
      {
        layout: layout(request, { title: t.title, returnTo: '/tenders/new', errors: errorLinks(problems) }),
        text: t,
        action: '/tenders',
        hidden: decision === '' ? [] : [{ name: 'decision', value: decision }],
        titleField: textField(
          { name: 'title', label: t.name, hint: t.nameHint, value: typed(body, 'title') },
          problems,
          m.app.errorPrefix,
        ),
        rulesFile: {
          name: 'rulesFile',
          label: t.rulesFile,
          hint: t.rulesFileHint,
          error: problemText('rulesFile'),
        },
        examples: examplesModel(m, 'rules', SAMPLES),
        rulesError: rulesProblem ? `${m.app.errorPrefix}${rulesProblem.text}` : null,
        rules: [...ruleSets.tenders]
          .map(([key, { rules }], index) => ({
            id: index === 0 ? 'rules' : `rules-${key}`,
            value: key,
            label: `${inLanguage(rules.title, m)} (${m.tender.rulesVersion(rules.id, rules.version)})`,
            checked: typed(body, 'rules') === key,
          }))
          .concat({
            id: 'rules-own',
            value: OWN_RULES,
            label: t.ownRules,
            checked: typed(body, 'rules') === OWN_RULES,
          }),
      } as never,
      status,
    );
  };

  /** What an uploaded file says, in words, before it is published; nothing is stored until that is confirmed. */
  const confirmRulesPage = (
    request: Request,
    response: Response,
    title: string,
    file: string,
    published: PublishedRules,
  ) => {
    const m = request.context.messages;
    const t = m.newTender;
    return render(response, 'dossier/confirm-rules', {
      layout: layout(request, {
        title: t.confirmTitle,
        trail: [{ href: '/tenders/new', label: t.title }],
        returnTo: '/tenders/new',
      }),
      text: t,
      tender: title,
      rules: rulesInWords(m, published.rules, published.sha256),
      action: '/tenders',
      hidden: [
        { name: 'title', value: title },
        { name: 'decision', value: typed(request.body, 'decision') },
        { name: 'rules', value: OWN_RULES },
        { name: 'confirmed', value: published.sha256 },
        carriedFile('rulesFile', file),
      ],
    } as never);
  };

  routes.get('/tenders/new', OFFICER, (request, response) => newTenderPage(request, response, [], 200));

  routes.post('/tenders', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const title = typed(request.body, 'title');
    const problems: FieldProblem[] = [];
    const wrong = title === '' ? m.newTender.nameRequired : textProblem(m, title, m.newTender.name, 200);
    if (wrong !== undefined) problems.push({ field: 'title', text: wrong });
    const file = fileText(request.body, 'rulesFile');
    const choice = typed(request.body, 'rules');
    const own = choice === OWN_RULES;
    if (!own && file !== '') problems.push({ field: 'rulesFile', text: m.newTender.fileNotChosen });
    if (own && file === '') problems.push({ field: 'rulesFile', text: m.rehearsal.fileMissing });
    const published = own && file !== '' ? uploadedRules(m, file, problems) : ruleSets.tenders.get(choice);
    if (!published && !own) problems.push({ field: 'rules', text: m.newTender.rulesRequired });
    if (!published || problems.length > 0) return await newTenderPage(request, response, problems, 422);
    const decision = signedDecision(services, account, typed(request.body, 'decision'));
    if (own && typed(request.body, 'confirmed') !== published.sha256) {
      return await confirmRulesPage(request, response, title, file, published);
    }
    const dossier = openTender(tenders, account.id, title, published, { decision });
    response.redirect(303, `/tenders/${dossier}?notice=created`);
  });

  routes.get('/tenders/:tender', VIEWERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const model = tenderModel(m, account, state, accounts);
    const frame = { title: state.title, notice: noticeFrom(request, m.tender.notice) };
    await render(response, 'tender/tender', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/rules', VIEWERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const rules = rulesInWords(m, state.rules, state.rulesSha256);
    const frame = { title: rules.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/rules', { layout: layout(request, frame), rules } as never);
  });

  routes.get('/tenders/:tender/bids', VIEWERS, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const bids = bidsInWords(m, state.rules, state.bids.values(), state.fallen);
    const frame = { title: bids.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/bids', { layout: layout(request, frame), bids } as never);
  });

  const newBidPage = (
    request: Request,
    response: Response,
    state: ReturnType<typeof tenderOf>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const t = m.bids.form;
    const body = (request.body ?? {}) as FormBody;
    const problemAt = (field: string): string | null => {
      const found = problems.find((problem) => problem.field === field);
      return found ? `${m.app.errorPrefix}${found.text}` : null;
    };
    return render(
      response,
      'tender/new-bid',
      {
        layout: layout(request, {
          title: t.title,
          trail: [tenderTrail(state)],
          returnTo: `/tenders/${state.dossier}/bids/new`,
          errors: errorLinks(problems),
        }),
        text: t,
        action: `/tenders/${state.dossier}/bids`,
        nameField: textField({ name: 'name', label: t.name, value: typed(body, 'name') }, problems, m.app.errorPrefix),
        formError: problemAt('form'),
        forms: (['single', 'consortium'] as const).map((value, index) => ({
          id: index === 0 ? 'form' : `form-${value}`,
          value,
          label: t[value],
          checked: typed(body, 'form') === value,
        })),
        membersField: textField(
          { name: 'members', label: t.members, hint: t.membersHint, value: typed(body, 'members'), multiline: true },
          problems,
          m.app.errorPrefix,
        ),
        groupField: state.rules.award.affiliated
          ? textField(
              { name: 'group', label: t.group, hint: t.groupHint, value: typed(body, 'group') },
              problems,
              m.app.errorPrefix,
            )
          : null,
        lotsError: problemAt('lots'),
        lots: biddable(state.rules).map((lot, index) => ({
          // The first check box is where the error summary leads.
          id: index === 0 ? 'lots' : `lot-${lot.id}`,
          name: lot.name,
          value: lot.id,
          label: t.forLot(lot.name),
          checked: typedAll(body, 'lots').includes(lot.id),
          condition: conditionOf(m, state.rules, lot.id),
          fields: [
            ...growthPathFields(state.rules, lot.id).map(({ name, year }) => ({
              name,
              label: `${year === null ? m.bids.initiatives : m.bids.endOf(year)} (%)`,
            })),
            ...(mechanismOf(state.rules).asksPreferences
              ? [{ name: `preference.${lot.id}`, label: t.preference }]
              : []),
          ].map(({ name, label }) =>
            textField(
              {
                name,
                label,
                value: typed(body, name),
                inputmode: 'decimal',
              },
              problems,
              m.app.errorPrefix,
            ),
          ),
        })),
      } as never,
      status,
    );
  };

  routes.get('/tenders/:tender/bids/new', OFFICER, async (request, response, account) => {
    await newBidPage(request, response, tenderOf(services, account, request.params.tender), [], 200);
  });

  routes.post('/tenders/:tender/bids', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request.params.tender);
    const form = readBidForm(m, state.rules, request.body, `bid-${state.bids.size + 1}`);
    if ('problems' in form) return await newBidPage(request, response, state, form.problems, 422);
    try {
      tenders.execute(state.dossier, account.id, { type: 'register-bid', bid: form.bid });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const field = error.code.includes('organisation') || error.code === 'bidder-form' ? 'members' : 'name';
      const place = error.code.includes('lot') ? 'lots' : field;
      const names = namesOf(state.rules, state.bids.values());
      return await newBidPage(request, response, state, [{ field: place, text: describeError(m, error, names) }], 422);
    }
    response.redirect(303, `/tenders/${state.dossier}?notice=bidRegistered`);
  });

  routes.post('/tenders/:tender/assessors', OFFICER, (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    const assessor = typed(request.body, 'assessor');
    const found = accounts.find(assessor);
    if (!found) throw new DomainError('unknown-account', { account: assessor });
    if (found.role !== 'assessor' || found.closed) throw new DomainError('not-an-assessor-account', { assessor });
    tenders.execute(state.dossier, account.id, { type: 'appoint-assessor', assessor });
    response.redirect(303, `/tenders/${state.dossier}?notice=appointed`);
  });

  const step = (path: string, command: TenderCommand, next: string): void => {
    routes.post(`/tenders/:tender/${path}`, OFFICER, (request, response, account) => {
      const state = tenderOf(services, account, request.params.tender);
      requireAccess(isChair(state, account));
      tenders.execute(state.dossier, account.id, command);
      response.redirect(303, `/tenders/${state.dossier}${next}`);
    });
  };
  step('assessment/open', { type: 'open-assessment' }, '?notice=opened');
  step('consensus/open', { type: 'open-consensus' }, '?notice=consensusOpened');
  step('quality/close', { type: 'close-quality' }, '?notice=qualityClosed');
  routes.post('/tenders/:tender/award', OFFICER, async (request, response, account) => {
    const state = tenderOf(services, account, request.params.tender);
    requireAccess(isChair(state, account));
    await computeAward(tenders, state.dossier, account.id).catch(naming(request.context.messages, state));
    response.redirect(303, `/tenders/${state.dossier}/award?notice=awarded`);
  });
}

/** The condition of a reserved lot that a bidder declares to meet by bidding for it; null for a lot that is open to all. */
function conditionOf(m: Messages, rules: TenderRules, offered: string): string | null {
  const reserved = rules.lots.find((lot) => lot.reserved && lotsOf(rules, offered).includes(lot.id))?.reserved;
  return reserved ? m.bids.form.meets(inLanguage(reserved, m)) : null;
}

/** The rules of an uploaded file, checked like those under criteria/; what is wrong with them is added to the problems. */
function uploadedRules(m: Messages, text: string, problems: FieldProblem[]): PublishedRules | undefined {
  let rules: TenderRules | undefined;
  try {
    rules = parseJson(text, tenderRules);
    checkRules(rules);
    return { rules, sha256: sha256(text) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const texts = describeFaults(m, error, rules && namesOf(rules, []));
    problems.push(...texts.map((one) => ({ field: 'rulesFile', text: one })));
    return undefined;
  }
}

/**
 * The decision that a tender follows from: one that this officer signed, with the head of its dossier at that moment.
 * @throws HttpError 404 for a decision that is not there, not his or hers, or not signed
 */
function signedDecision(
  { decisions, storage }: Services,
  account: Account,
  dossier: string,
): { dossier: string; head: string } | null {
  if (dossier === '') return null;
  if (!dossier.startsWith('decision-') || storage.events.head(dossier).seq === 0) throw new HttpError(404);
  const state = decisions.get(dossier);
  if (!mayDecide(state, account) || state.phase !== 'signed') throw new HttpError(404);
  return { dossier, head: storage.events.head(dossier).hash };
}
