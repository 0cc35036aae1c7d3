import type { SetUp } from '../../actions/set-ups.ts';
import { newestLaw } from '../../criteria/rule-sets.ts';
import { type Draft, isList, nameOf, pathOf, valueAt } from '../../domain/set-up/draft.ts';
import { EDITS, type Edit, edited } from '../../domain/set-up/edit.ts';
import { standingOf } from '../../domain/set-up/findings.ts';
import { isSubject, SUBJECTS, type Subject } from '../../domain/set-up/subjects.ts';
import type { Asked, Reply } from '../asked.ts';
import { todayBy } from '../dutch-date.ts';
import { type FormBody, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import { baseOf, rowsIn, setUpModel, writingIn } from '../pages/set-up.ts';
import { withNamesOfDates } from '../set-up/date-names.ts';
import { decidedIn } from '../set-up/field-node.ts';
import { EDIT, type ShownRows } from '../set-up/form-node.ts';
import { COLUMNS, patternOf } from '../set-up/layout-of-rules.ts';
import { pageOfRow, ROWS_FIELD } from '../set-up/nodes.ts';
import { type Conflict, readSetUpForm, standsNow } from '../set-up/read-form.ts';
import { labelOf } from '../set-up/words-of-rules.ts';
import type { Web } from './context.ts';
import { setUpOf, setUpTrail } from './set-up-context.ts';

const OFFICER = ['procurement-officer'] as const;

/** The pages of a set-up, a subject or an item each: what is typed is taken in as the set-up stands then, whoever changed it meanwhile. */
export function setUpPageRoutes({ services, routes, render, layout }: Web): void {
  const { setUps, accounts } = services;
  const law = newestLaw(services.ruleSets);

  const page = (
    request: Asked,
    response: Reply,
    setUp: SetUp,
    conflicts: readonly { readonly conflict: Conflict; readonly text: string }[],
  ) => {
    const m = request.context.messages;
    const { subject, item } = placeIn(request);
    const standing = standingOf(setUp.draft, todayBy(services));
    const typedAgain = new Map(conflicts.map(({ conflict }) => [conflict.name, conflict.typed]));
    const model = setUpModel({ m, setUp, standing, law, subject, item, typed: typedAgain, query: request.query });
    if (!model) throw new HttpError(404);
    const notice =
      conflicts.length === 0
        ? noticeFrom(request, { saved: m.setUp.saved, fields: m.setUp.fieldsHere })
        : {
            tone: 'warning' as const,
            title: m.setUp.conflict.title,
            text: [m.setUp.conflict.text, ...conflicts.map(({ text }) => text)].join(' '),
          };
    const frame = { title: model.title, trail: setUpTrail(request, setUp), returnTo: model.action, notice };
    const status = conflicts.length === 0 ? 200 : 409;
    return render(response, 'set-up/subject', { layout: layout(request, frame), ...model }, status);
  };

  for (const path of ['/set-ups/:setUp/:subject', '/set-ups/:setUp/:subject/:item']) {
    routes.get(path, OFFICER, (request, response, account) => {
      const setUp = setUpOf(setUps, account, request);
      if (setUp.publishedAs !== null) return response.redirect(303, `${baseOf(setUp.id)}/publish`);
      return page(request, response, setUp, []);
    });

    routes.postLarge(path, OFFICER, async (request, response, account) => {
      const m = request.context.messages;
      const { subject, item } = placeIn(request);
      const body: FormBody = request.body;
      const base = setUpOf(setUps, account, request, Number(typed(body, 'version')) || undefined);
      let conflicts: readonly Conflict[] = [];
      let before = base.version;
      let was = base.draft;
      const edit = editIn(body);
      setUps.change(base.id, account.id, (now) => {
        const read = readSetUpForm(m, base.draft, now.draft, body, writingIn(m));
        conflicts = read.conflicts;
        before = now.version;
        was = now.draft;
        // What was typed comes first: a row is not moved away under a text that somebody else changed.
        const draft = withNamesOfDates(read.draft);
        return edit && conflicts.length === 0 ? edited(draft, edit) : draft;
      });
      const after = setUpOf(setUps, account, request);
      if (conflicts.length > 0) {
        const told = conflicts.map((conflict) => ({
          conflict,
          text: conflictText(request, before, after, conflict),
        }));
        return await page(request, response, after, told);
      }
      const next = SUBJECTS[SUBJECTS.indexOf(subject) + 1];
      const here = `${baseOf(after.id)}/${subject}${item === null ? '' : `/${item}`}`;
      // Who chose another method has other fields to fill in first.
      const isOther = decidedIn(was.price) !== decidedIn(after.draft.price);
      const target = typed(body, 'intent') === 'next' && next && !isOther ? `${baseOf(after.id)}/${next}` : here;
      const rows = rowsAfter(edit, after.draft, rowsIn(body));
      const shown = rows === null ? '' : `?${ROWS_FIELD}=${rows.name}:${rows.page}`;
      if (edit) return response.redirect(303, `${here}${shown}#${anchorOf(edit, after.draft, was)}`);
      const more = target === here && shown !== '' ? `${shown}&` : '?';
      response.redirect(303, `${target}${more}notice=${isOther ? 'fields' : 'saved'}`);
    });
  }

  /** Who made it what it now is, and what that is. @param before the version before this form was taken in */
  const conflictText = (request: Asked, before: number, now: SetUp, { typed: text, path }: Conflict): string => {
    const m = request.context.messages;
    const t = m.setUp.conflict;
    if (path === null) return t.gone(text);
    const changed = setUps
      .history(now.id)
      .find(({ version, parts }) => version <= before && parts.includes(String(path[0])));
    const value = standsNow(now.draft, path, writingIn(m)) || t.empty;
    return t.was(labelOf(m, path), accounts.nameOf(changed?.by ?? ''), value);
  };
}

function placeIn({ params }: Asked): { subject: Subject; item: string | null } {
  const subject = String(params.subject);
  if (!isSubject(subject)) throw new HttpError(404);
  return { subject, item: params.item === undefined ? null : String(params.item) };
}

/** What a button of the form asks for. */
function editIn(body: FormBody): Edit | undefined {
  const [word, ...name] = typed(body, EDIT).split(' ');
  const kind = EDITS.find((one) => one === word);
  return kind ? { kind, name: name.join(' ') } : undefined;
}

/** Where who changed the form goes on: the first field of what was added, what was moved, or where something was removed from. */
function anchorOf({ kind, name }: Edit, draft: Draft, was: Draft): string {
  if (kind === 'remove') return name.split('.').slice(0, -1).join('.');
  const path = kind === 'add' ? pathOf(draft, name) : undefined;
  const list = path && valueAt(draft, path);
  const [first] = (path && COLUMNS[patternOf(path)]?.keys) ?? [];
  if (!path || !isList(list) || first === undefined) return name;
  // Some lists begin with two.
  const before = valueAt(was, path);
  return nameOf(draft, [...path, Math.min(isList(before) ? before.length : 0, list.length - 1), first]);
}

/** Which rows of a list are shown after an edit: those with what was added. */
function rowsAfter(edit: Edit | undefined, draft: Draft, shown: ShownRows | null): ShownRows | null {
  if (edit?.kind !== 'add') return shown;
  const path = pathOf(draft, edit.name);
  const list = path && valueAt(draft, path);
  return isList(list) && list.length > 0 ? { name: edit.name, page: pageOfRow(list.length - 1) } : shown;
}
