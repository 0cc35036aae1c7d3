import type { Messages } from '../../src/messages/messages.ts';

/** A field of a form of a page: an input, a list, or a group of answers. */
export interface AskedField {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'list' | 'file' | 'radios' | 'boxes';
  /** What is asked of it; null where it does not say. */
  readonly asks: string | null;
  readonly required: boolean;
  readonly label: string;
}

interface AskingForm {
  readonly action: string;
  /** Whether it says above its first field what must be filled in. */
  readonly hasNote: boolean;
  readonly fields: readonly AskedField[];
  /** What it sends along unseen, and what is always chosen. */
  readonly unseen: Readonly<Record<string, string>>;
}

/** The forms of a page that are sent to be done, with what a person fills in; what is sent unseen is left out. */
export const postedForms = (html: string): AskingForm[] =>
  [...html.matchAll(/<form ([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes, inside]) => {
    const first = inside!.search(/data-asks=/);
    return {
      action: /action="([^"]*)"/.exec(attributes!)?.[1] ?? '',
      hasNote: inside!.slice(0, first === -1 ? undefined : first).includes('class="gw-form__note"'),
      fields: fieldsIn(inside!),
      unseen: unseenIn(inside!),
    };
  });

function unseenIn(html: string): Record<string, string> {
  const hidden = [...html.matchAll(/<input type="hidden"[^>]*>/g)].map(
    ([tag]) => [tag, attribute(tag, 'value')] as const,
  );
  const lists = [...html.matchAll(/<select [^>]*data-asks="chosen"[^>]*>[\s\S]*?<option value="([^"]*)"/g)];
  const all = [...hidden, ...lists.map(([tag, first]) => [tag, first ?? ''] as const)];
  return Object.fromEntries(all.map(([tag, value]) => [attribute(tag, 'name') ?? '', value ?? '']));
}

/** What is wrong with what the forms of a page say of their fields, in the language of the page. */
export function faultsOfForms(html: string, m: Messages): string[] {
  return postedForms(html).flatMap(({ action, hasNote, fields }) => {
    const names = new Set(fields.filter(({ asks }) => asks !== 'open').map(({ name }) => name));
    const asksNote = names.size > 1 && fields.some(({ asks }) => asks === 'required');
    return [
      ...(asksNote && !hasNote ? [`${action}: does not say what must be filled in`] : []),
      ...fields.flatMap((field) => faultOf(field, m).map((fault) => `${action}, ${field.name}: ${fault}`)),
    ];
  });
}

const KINDS = ['required', 'optional', 'depends', 'chosen', 'open'];

function faultOf({ asks, kind, required, label }: AskedField, m: Messages): string[] {
  if (asks === null || !KINDS.includes(asks)) return ['does not say what is asked of it'];
  const isMarked = label.includes(m.app.mayStayEmpty);
  return [
    ...(required === (asks === 'required') || kind === 'boxes' ? [] : ['is not said to be required as it is']),
    ...(isMarked === (asks === 'optional') || kind === 'boxes'
      ? []
      : ['does not say as it is whether it may be empty']),
  ];
}

const attribute = (tag: string, name: string): string | null => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

function fieldsIn(html: string): AskedField[] {
  const found: AskedField[] = [];
  const groups: (string | null)[] = [];
  for (const { 0: tag, index } of html.matchAll(/<\/?(?:fieldset|div|input|select|textarea)\b[^>]*>/g)) {
    if (/^<\/(fieldset|div)/.test(tag)) groups.pop();
    else if (/^<(fieldset|div)/.test(tag)) groups.push(attribute(tag, 'data-asks') && tag);
    else if (/^<(input|select|textarea)/.test(tag) && !/type="(hidden|submit)"| hidden>/.test(tag)) {
      const group = groups.findLast((one) => one !== null);
      const field = fieldOf(html, index, tag, group ?? null);
      if (!found.some(({ name, kind }) => name === field.name && kind === field.kind)) found.push(field);
    }
  }
  return found;
}

function fieldOf(html: string, index: number, tag: string, group: string | null): AskedField {
  const type = attribute(tag, 'type');
  const inGroup = type === 'radio' || type === 'checkbox';
  const about = attribute(tag, 'data-asks') === null && inGroup ? (group ?? tag) : tag;
  const id = attribute(tag, 'id') ?? '';
  const [, legend = ''] = /[\s\S]*<legend[^>]*>([\s\S]*?)<\/legend>/.exec(html.slice(0, index)) ?? [];
  const [, label = ''] = html.match(new RegExp(`<label [^>]*for="${escaped(id)}"[^>]*>([\\s\\S]*?)</label>`)) ?? [];
  return {
    id,
    name: attribute(tag, 'name') ?? '',
    kind: inGroup
      ? type === 'radio'
        ? 'radios'
        : 'boxes'
      : tag.startsWith('<select')
        ? 'list'
        : type === 'file'
          ? 'file'
          : 'text',
    asks: attribute(about, 'data-asks'),
    required: / aria-required="true"| required[ >]/.test(about),
    label: inGroup ? legend : label,
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
