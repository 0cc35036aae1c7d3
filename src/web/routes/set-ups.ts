import type { Account } from '../../actions/accounts.ts';
import { openTender } from '../../actions/open-tender.ts';
import { amendedBy, type SetUp } from '../../actions/set-ups.ts';
import { ownRules, textOf } from '../../criteria/own-rules.ts';
import { newestLaw } from '../../criteria/rule-sets.ts';
import { rulesStanding } from '../../criteria/rules-standing.ts';
import { DomainError } from '../../domain/errors.ts';
import { idOf } from '../../domain/ids.ts';
import { standingOf } from '../../domain/set-up/findings.ts';
import { rulesReport } from '../../reports/rules-report.ts';
import type { Asked, Reply } from '../asked.ts';
import { isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfDiscarding, confirmationOfPublishing } from '../confirm/publishing.ts';
import { todayBy } from '../dutch-date.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { errorLinks } from '../pages/score-field.ts';
import { baseOf } from '../pages/set-up.ts';
import { historyModel, officersModel, publishModel, setUpsModel } from '../pages/set-ups.ts';
import { amend } from './amendments.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';
import { setUpOf, setUpTitle, setUpTrail } from './set-up-context.ts';

const OFFICER = ['procurement-officer'] as const;

/** A tender that is being set up, page by page, until it is published. Who does not work on it does not know of it. */
export function setUpRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { setUps, tenders, ruleSets, storage, accounts } = services;

  const own = (account: Account, request: Asked): SetUp => setUpOf(setUps, account, request);

  // Each of them is looked at in full.
  routes.long('get', '/set-ups', OFFICER, 'page', (request, response, account) => {
    const m = request.context.messages;
    const model = setUpsModel(
      m,
      setUps.of(account.id),
      (draft) => standingOf(draft, todayBy(services)),
      setUps.history,
    );
    return render(response, 'set-up/list', { layout: layout(request, { title: m.setUp.list.title }), ...model });
  });

  routes.get('/set-ups/:setUp/history', OFFICER, (request, response, account) => {
    const m = request.context.messages;
    const setUp = own(account, request);
    const frame = { title: m.setUp.history.title, trail: setUpTrail(request, setUp) };
    const model = historyModel(m, setUps.history(setUp.id), accounts.nameOf);
    return render(response, 'set-up/history', { layout: layout(request, frame), ...model });
  });

  routes.get('/set-ups/:setUp/rules.json', OFFICER, (request, response, account) => {
    const setUp = own(account, request);
    response.attachment(`${idOf('', setUpTitle(setUp.draft), 'tender')}.json`);
    response.type('application/json').send(`${JSON.stringify(setUp.draft, null, 2)}\n`);
  });

  routes.long('get', '/set-ups/:setUp/rules.pdf', OFFICER, 'report', async (request, response, account) => {
    const setUp = own(account, request);
    const { rules: written } = standingOf(setUp.draft, todayBy(services));
    if (!written) return response.redirect(303, `${baseOf(setUp.id)}/publish`);
    // As they would be published, so that the file in it is the one that its checksum is of.
    const { rules, sha256 } = ownRules(written, ruleSets.tenders);
    const standing = rulesStanding(rules, sha256, ruleSets.tenders);
    const source = {
      title: rules.title.nl,
      rules,
      sha256,
      standing,
      versions: [],
      published: false,
      file: textOf(rules),
    };
    const pdf = await services.renderer.render(rulesReport(request.context.messages, source));
    response
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${idOf('', rules.title.nl, 'tender')}-rules.pdf"`)
      .send(Buffer.from(pdf));
  });

  const peoplePage = (request: Asked, response: Reply, setUp: SetUp, problems: readonly FieldProblem[]) => {
    const m = request.context.messages;
    const frame = { title: m.setUp.people.title, trail: setUpTrail(request, setUp), errors: errorLinks(problems) };
    const model = officersModel(m, setUp, accounts.list(), problems);
    return render(
      response,
      'set-up/people',
      { layout: layout(request, frame), ...model },
      problems.length > 0 ? 422 : 200,
    );
  };
  routes.get('/set-ups/:setUp/people', OFFICER, (request, response, account) =>
    peoplePage(request, response, own(account, request), []),
  );
  routes.post('/set-ups/:setUp/people', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const setUp = own(account, request);
    const other = accounts.list().find(({ id }) => id === typed(request.body, 'officer'));
    try {
      setUps.share(setUp.id, other);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-an-officer-account') throw error;
      return await peoplePage(request, response, setUp, [{ field: 'officer', text: m.setUp.people.choose }]);
    }
    response.redirect(303, `${baseOf(setUp.id)}/people`);
  });

  routes.post('/set-ups/:setUp/discard', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const setUp = own(account, request);
    const title = setUpTitle(setUp.draft) || m.setUp.list.untitled;
    const confirmation = confirmationOfDiscarding(m, title, setUp.version, `${baseOf(setUp.id)}/discard`);
    if (!isAgreed(request.body, confirmation)) {
      const more = { trail: setUpTrail(request, setUp), returnTo: `${baseOf(setUp.id)}/people` };
      return await confirmPage(web, request, response, confirmation, more);
    }
    setUps.remove(setUp.id);
    response.redirect(303, '/set-ups');
  });

  routes.get('/set-ups/:setUp/publish', OFFICER, (request, response, account) => {
    const m = request.context.messages;
    const setUp = own(account, request);
    if (amendedBy(setUp)) return amend(web, request, response, account, setUp);
    const frame = { title: m.setUp.publish.title, trail: setUpTrail(request, setUp) };
    const model = publishModel(m, setUp, standingOf(setUp.draft, todayBy(services)), newestLaw(ruleSets));
    return render(response, 'set-up/publish', { layout: layout(request, frame), ...model });
  });
  routes.post('/set-ups/:setUp/publish', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const setUp = own(account, request);
    if (amendedBy(setUp)) return await amend(web, request, response, account, setUp);
    const { rules } = standingOf(setUp.draft, todayBy(services));
    if (!rules) return response.redirect(303, `${baseOf(setUp.id)}/publish`);
    const published = ownRules(rules, ruleSets.tenders);
    const title = rules.title.nl;
    const action = `${baseOf(setUp.id)}/publish`;
    const standing = rulesStanding(published.rules, published.sha256, ruleSets.tenders);
    const led = storage.lists.chairedBy(account.id);
    const { confirmation, details } = confirmationOfPublishing(m, title, published, standing, led, action);
    if (!isAgreed(request.body, confirmation)) {
      return await confirmPage(web, request, response, confirmation, { details, trail: setUpTrail(request, setUp) });
    }
    const { decision = null } = setUp.origin;
    const dossier = setUps.publish(setUp.id, setUp.version, () =>
      openTender(tenders, account.id, title, published, { decision }),
    );
    response.redirect(303, `/tenders/${dossier}?notice=created`);
  });
}
