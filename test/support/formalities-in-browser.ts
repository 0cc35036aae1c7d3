import type { Browser } from 'playwright-core';
import { nl } from '../../src/messages/nl.ts';
import { openVisitor, type Visitor } from './browser.ts';

/** Declares no interest in any bidder, on the page for that. */
export async function declareNoInterest(visitor: Visitor, tender: string): Promise<void> {
  await visitor.visit(`${tender}/interests`);
  for (const answer of await visitor.page.getByRole('radio', { name: nl.interests.no, exact: true }).all()) {
    await answer.check();
  }
  await visitor.press(nl.interests.save);
}

/** The chair takes the first step, somebody else the second: the prices are then open. */
export async function openPricesInBrowser(
  chair: Visitor,
  tender: string,
  second: { readonly browser: Browser; readonly url: string; readonly account: string },
): Promise<void> {
  await chair.visit(tender);
  await chair.confirm(nl.acts.names['propose-opening'].title);
  const witness = await openVisitor(second.browser, second.url, { account: second.account });
  await witness.visit(tender);
  await witness.confirm(nl.acts.names['open-prices'].title);
  await witness.leave();
}
