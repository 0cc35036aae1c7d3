import { namesOf } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';

/** How the assessment will go, sentence by sentence; empty where nothing of it is announced. */
export function courseInWords(m: Messages, rules: TenderRules): string[] {
  const { course } = rules;
  if (!course) return [];
  const t = m.rules.course;
  const names = namesOf(rules, []);
  return [
    ...(course.dates ?? []).map(({ name, date }) => t.date(inLanguage(name, m), m.format.date(date))),
    ...(course.discussAbove === undefined ? [] : [t.discussAbove(m.format.decimal(course.discussAbove))]),
    ...(course.releasedAssessors ? [t.releasedAssessors[course.releasedAssessors]] : []),
    ...(course.teams ?? []).map(({ name, criteria }) =>
      t.team(
        inLanguage(name, m),
        criteria.map((id) => inLanguage(names.criterion(id), m)),
      ),
    ),
    ...(course.anonymousUntil ? [t.anonymousUntil[course.anonymousUntil]] : []),
    ...(course.onlookers ?? []).map((one) => t.onlookers[one]),
  ];
}
