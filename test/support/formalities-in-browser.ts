import type { Browser } from 'playwright-core';
import type { Messages } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { openVisitor, type Visitor } from './browser.ts';

/** Declares no interest in any bidder, on the page for that. @param m in the language of the page */
export async function declareNoInterest(visitor: Visitor, tender: string, m: Messages = nl): Promise<void> {
  await visitor.visit(`${tender}/interests`);
  for (const answer of await visitor.page.getByRole('radio', { name: m.interests.no, exact: true }).all()) {
    await answer.check();
  }
  await visitor.press(m.interests.save);
}

/** The chair takes the first step, somebody else the second: the prices are then open. @param m in the language of the chair */
export async function openPricesInBrowser(
  chair: Visitor,
  tender: string,
  second: { readonly browser: Browser; readonly url: string; readonly account: string },
  m: Messages = nl,
): Promise<void> {
  await chair.visit(tender);
  await chair.confirm(m.acts.names['propose-opening'].title);
  const witness = await openVisitor(second.browser, second.url, { account: second.account });
  await witness.visit(tender);
  await witness.confirm(nl.acts.names['open-prices'].title);
  await witness.leave();
}
