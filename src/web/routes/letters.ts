import type { Account } from '../../actions/accounts.ts';
import { draftLetter, type LetterOrder, requireSendable, sendDecision } from '../../actions/letters.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { addressees } from '../../domain/tender/state/found-scores.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { winnerIn } from '../../domain/tender/state/stored-award.ts';
import { typedFact } from '../../explanation/blocks.ts';
import { describeError, forRules, type Messages } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import type { Asked, Reply } from '../asked.ts';
import { type Confirmation, carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { todayBy } from '../dutch-date.ts';
import { readLetterOrder } from '../forms/letter-order.ts';
import type { FieldProblem } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import { lettersModel, lettersPath, sendDecisionModel } from '../pages/letters.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sendKeptPdf } from '../send-document.ts';
import { confirmPage } from './confirming.ts';
import { requireSight, requireStep, sizeOfTender, tenderOf, tenderTrail, type Web } from './context.ts';

/** The award decision as bidders are told of it: how it stands, the letters, and sending it. */
export function letterRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const today = (): string => todayBy(services);
  const trailOf = (m: Messages, state: Readonly<TenderState>) => [
    tenderTrail(state),
    { href: lettersPath(state.dossier), label: m.letters.page.title },
  ];

  routes.get('/tenders/:tender/letters', sees('letters'), async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'letters');
    const frame = {
      title: m.letters.page.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, { sent: m.letters.page.sent }),
    };
    const model = lettersModel(m, state, account, today());
    await render(response, 'tender/letters', { layout: layout(request, frame), ...model });
  });

  routes.get('/tenders/:tender/letters/:letter.pdf', sees('letters'), async (request, response, account) => {
    const state = tenderOf(services, account, request);
    requireSight(state, account, 'letters');
    const letter = state.issuedLetters.find(
      ({ number, sentAt }) => sentAt !== null && String(number) === request.params.letter,
    );
    if (!letter) throw new HttpError(404);
    const file = await services.storage.documents.open(letter.document);
    const m = forRules(request.context.messages, state.rules);
    const name = namesOf(state.rules, state.bids.values()).bidder(letter.bid);
    await sendKeptPdf(response, file, `${m.letters.number(letter.number)} ${name}.pdf`);
  });

  const path = '/tenders/:tender/letters/new';
  const sendable = (request: Asked, account: Account): Readonly<TenderState> => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'letter-issued');
    return state;
  };
  const formPage = (request: Asked, reply: Reply, state: Readonly<TenderState>, problems: readonly FieldProblem[]) => {
    const m = request.context.messages;
    const model = sendDecisionModel(
      m,
      state,
      request.body ?? {},
      { today: today(), sender: services.config.publisher.name },
      problems,
    );
    const frame = {
      title: m.letters.form.title,
      trail: trailOf(m, state),
      returnTo: model.action,
      errors: errorLinks(problems),
    };
    return render(
      reply,
      'tender/send-decision',
      { layout: layout(request, frame), ...model },
      problems.length > 0 ? 422 : 200,
    );
  };
  routes.get(path, causes('letter-issued'), async (request, response, account) => {
    await formPage(request, response, sendable(request, account), []);
  });

  routes.long('post', path, causes('letter-issued'), 'letters', async (request, reply, account) => {
    const m = request.context.messages;
    const state = sendable(request, account);
    if (goesBack(request.body)) return await formPage(request, reply, state, []);
    const read = readLetterOrder(m, state, request.body);
    if ('problems' in read) return await formPage(request, reply, state, read.problems);
    const { order } = read;
    try {
      const carried = carriedFields(request.body);
      const confirmation = confirmationOf(m, state, order);
      if (!isAgreed(request.body, confirmation, carried)) {
        // What the rules refuse is said before anything is to be agreed to.
        requireSendable(services, state.dossier, account.id, order);
        return await confirmPage(web, request, reply, confirmation, { carried, trail: trailOf(m, state) });
      }
      const size = sizeOfTender(state);
      const tell = (made: number, of: number) => request.context.about({ ...size, lettersMade: made, lettersOf: of });
      tell(0, addressees(state, order.lots).length);
      await sendDecision(services, state.dossier, account.id, order, services.renderer.render, tell);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const text = describeError(m, error, namesOf(state.rules, state.bids.values()));
      const field = FIELDS.find((one) => one === error.field) ?? 'lots';
      return await formPage(request, reply, state, [{ field, text }]);
    }
    reply.redirect(303, `${lettersPath(state.dossier)}?notice=sent`);
  });

  routes.long('post', `${path}/:bid`, causes('letter-issued'), 'report', async (request, reply, account) => {
    const m = request.context.messages;
    const state = sendable(request, account);
    const read = readLetterOrder(m, state, request.body);
    if ('problems' in read) return await formPage(request, reply, state, read.problems);
    const bid = String(request.params.bid);
    if (!addressees(state, read.order.lots).some((one) => one.bid.id === bid)) throw new HttpError(404);
    request.context.about(sizeOfTender(state));
    const pdf = await services.renderer.render(draftLetter(services, state.dossier, read.order, bid));
    reply.type('application/pdf').set('Content-Disposition', 'inline; filename="concept.pdf"').send(Buffer.from(pdf));
  });
}

const FIELDS = ['lots', 'sentOn', 'until', 'sameWords', 'again'] as const;

/** What is read and agreed to before a decision goes out. */
function confirmationOf(given: Messages, state: Readonly<TenderState>, order: LetterOrder): Confirmation {
  const m = forRules(given, state.rules);
  const t = m.letters.form;
  const { title, yes, consequences, undo } = m.confirm.acts['send-decision'];
  const names = namesOf(state.rules, state.bids.values());
  return {
    title,
    yes,
    action: `${lettersPath(state.dossier)}/new`,
    facts: [
      ...order.lots.map((lot) => {
        const winner = state.award && winnerIn(state.award, lot);
        return { term: names.lot(lot), value: winner ? names.bidder(winner) : m.letters.results.nobody };
      }),
      { term: t.preview, value: t.count(addressees(state, order.lots).length) },
      { term: t.sentOn, value: m.format.date(order.sentOn) },
      { term: t.until, value: m.format.date(order.until) },
      { term: t.language, value: t.languages[order.language] },
      typedFact(m, t.sender, order.sender),
      typedFact(m, t.signatory, order.signatory),
      typedFact(m, t.objection, order.objection),
      ...(order.sameWords === undefined ? [] : [typedFact(m, t.sameWords, order.sameWords)]),
      ...(order.again === undefined ? [] : [typedFact(m, t.again, order.again)]),
    ],
    consequences,
    undo,
    basis: [state.award?.seq, state.lastOf.get('award-decision-sent')],
  };
}
