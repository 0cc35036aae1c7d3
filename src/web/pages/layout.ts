import type { Clock } from '../../actions/shelf.ts';
import type { Config } from '../../config.ts';
import { DOSSIER_ROLES, hasRole } from '../../domain/roles.ts';
import { rolesInWords } from '../../explanation/roles.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { type Messages, messagesIn } from '../../messages/messages.ts';
import { CONTRACT_READERS } from '../access.ts';
import type { Asked } from '../asked.ts';
import { CSRF_FIELD, SESSION_PATH } from '../session.ts';
import type { LayoutModel } from './layout-model.ts';
import { pageSheet } from './page-sheet.ts';

export interface PageFrame {
  readonly title: string;
  /** Ways back, from the home page down; the page itself is added. */
  readonly trail?: readonly { readonly href: string; readonly label: string }[];
  /** Where the language switch leads back to from a refused form: an address that can be asked for. */
  readonly returnTo?: string;
  readonly notice?: LayoutModel['notice'];
  readonly refreshSeconds?: number;
  readonly errors?: readonly { readonly href: string; readonly text: string }[];
  /** Whether the tables of the page are offered as sheets by themselves, with more rows than it shows. */
  readonly ownSheets?: true;
}

export type MakeLayout = (asked: Asked, frame: PageFrame) => LayoutModel;

/** @param config when a session ends, and what the municipality links to; @param demo whether demo accounts exist on this server, which every page then says */
export function createLayout(
  assets: LayoutModel['assets'],
  { idleMinutes, links }: Pick<Config, 'idleMinutes' | 'links'>,
  demo: () => boolean,
  clock: Clock,
): MakeLayout {
  return (
    asked,
    { title, trail = [], returnTo = '/', notice = null, errors = [], refreshSeconds = null, ownSheets },
  ) => {
    const { messages: m, account, session, csrfToken } = asked.context;
    const now = clock();
    const subject = asked.context.subject === title ? null : (asked.context.subject ?? null);
    const path = asked.originalUrl.split('?')[0]!;
    const items = [
      { href: '/', label: m.app.home, for: true },
      {
        href: '/contract-models',
        label: m.choose.navigation,
        for: account !== null && hasRole(account, ...DOSSIER_ROLES),
      },
      {
        href: '/tenders/new',
        label: m.app.newTender,
        for: account !== null && hasRole(account, 'procurement-officer'),
      },
      {
        href: '/set-ups',
        label: m.setUp.navigationItem,
        for: account !== null && hasRole(account, 'procurement-officer'),
      },
      {
        href: '/contracts',
        label: m.watching.list.title,
        for: account !== null && hasRole(account, ...CONTRACT_READERS),
      },
      { href: '/accounts', label: m.app.accounts, for: account !== null && hasRole(account, 'administrator') },
      { href: '/accounts/log', label: m.accounts.log.link, for: account !== null && hasRole(account, 'auditor') },
      { href: '/register', label: m.register.title, for: account !== null && hasRole(account, 'auditor') },
    ];
    const home = path === '/' ? [] : [{ href: '/', label: m.app.home }];
    return {
      language: m.language,
      title: documentTitle(m, title, subject, notice, errors.length > 0),
      subject,
      productName: m.app.name,
      refreshSeconds,
      assets,
      asked: asked.method,
      skipLink: m.app.skip,
      printed: {
        subject: [...trail.map(({ label }) => label), title].join(' · '),
        day: m.format.date(now.toISOString()),
      },
      navigation: {
        label: m.app.navigation,
        items: account
          ? items.filter((item) => item.for).map(({ href, label }) => ({ href, label, current: href === path }))
          : [],
      },
      account: account
        ? {
            name: account.name,
            role: rolesInWords(m, account),
            href: '/account',
            label: m.ownAccount.title,
            signOutLabel: m.app.signOut,
          }
        : null,
      session: session && {
        label: m.session.label,
        path: SESSION_PATH,
        seconds: session.secondsLeft,
        extends: session.extends,
        texts: sessionTexts(m, idleMinutes),
      },
      othersOpen:
        session?.othersOpen && path !== '/account'
          ? { text: m.ownAccount.othersOpen, href: '/account', link: m.ownAccount.othersLink }
          : null,
      csrfToken,
      csrfField: CSRF_FIELD,
      languageSwitch: {
        label: m.app.languageSwitch,
        action: '/language',
        options: LANGUAGES.map((code) => ({
          code,
          label: messagesIn(code).languageName,
          current: code === m.language,
        })),
        returnTo: asked.method === 'GET' ? asked.originalUrl : returnTo,
      },
      demoNotice: demo() ? m.app.demo : null,
      breadcrumbs: {
        label: m.app.breadcrumbs,
        items: account ? [...home, ...trail, { href: null, label: title }] : [],
      },
      notice,
      errors: errors.length > 0 ? { title: m.app.errorSummary, items: [...errors] } : null,
      tables: errors.length > 0 || ownSheets || refreshSeconds !== null ? null : pageSheet(asked, title, now),
      footer: {
        text: m.app.footer,
        items: [{ href: '/accessibility', label: m.accessibility.title }, ...municipalityLinks(m, links)],
      },
    };
  };
}

const municipalityLinks = (m: Messages, links: Config['links']): { href: string; label: string }[] =>
  [
    { href: links.accessibility, label: m.accessibility.statement },
    { href: links.contact, label: m.accessibility.contact },
    { href: links.privacy, label: m.accessibility.privacy },
  ].flatMap(({ href, label }) => (href === null ? [] : [{ href, label }]));

/** "Fout: Consensus · Vervoer 2027 – Gunwijzer", "De beoordeling is geopend · Vervoer 2027 – Gunwijzer" */
function documentTitle(
  m: Messages,
  title: string,
  subject: string | null,
  notice: LayoutModel['notice'],
  refused: boolean,
): string {
  const said = notice && !refused ? [(notice.title ?? notice.text).replace(/\.$/, '')] : [];
  const parts = [...said, title, ...(subject === null ? [] : [subject])];
  return `${refused ? m.app.errorPrefix : ''}${parts.join(' · ')} – ${m.app.name}`;
}

/** From how many minutes before the end the script warns, at most; of a short session in the last third. */
const WARNED_MINUTES = 5;

const sessionTexts = (m: Messages, idleMinutes: number): string => {
  const warned = Math.min(WARNED_MINUTES, Math.floor(idleMinutes / 3));
  const minutes = Array.from({ length: warned }, (_, index) => index + 1);
  const { soon, soonForGood, over, stay } = m.session;
  return JSON.stringify({ soon: minutes.map(soon), soonForGood: minutes.map(soonForGood), over, stay });
};

/** The notice that a redirect asked for with `?notice=...`: one of the texts given, or nothing. */
export function noticeFrom({ query }: Asked, texts: Readonly<Record<string, string>>): LayoutModel['notice'] {
  const key = query.notice;
  if (typeof key !== 'string' || !Object.hasOwn(texts, key)) return null;
  return { tone: 'success', title: null, text: texts[key]! };
}
