import { z } from 'zod';
import { bilingualName, bilingualText, identifier } from '../text.ts';
import { source } from './criterion.ts';

/** What is asked: what the contract covers, what a winner must do, and what a bid must meet to take part at all. */
export const REQUIREMENT_KINDS = ['scope', 'obligation', 'knock-out'] as const;

const sources = z.array(source).max(20);

const requirement = z.strictObject({
  id: identifier,
  name: bilingualName,
  kind: z.enum(REQUIREMENT_KINDS),
  description: bilingualText.optional(),
  sources,
});
export type Requirement = z.infer<typeof requirement>;

/** What the contract is to bring about, beside what is asked and scored. */
const goal = z.strictObject({ id: identifier, name: bilingualName, sources });

/** What became of a wish. */
const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('taken-over'),
    requirements: z.array(identifier).max(200).optional(),
    criteria: z.array(identifier).max(500).optional(),
    goals: z.array(identifier).max(50).optional(),
  }),
  z.strictObject({ kind: z.literal('not-taken-over'), reason: bilingualText }),
]);
export type Answer = z.infer<typeof answer>;

const wish = z.strictObject({
  id: identifier,
  /** Who wishes it. */
  from: bilingualName,
  wish: bilingualText,
  answer,
  sources,
});
export type Wish = z.infer<typeof wish>;

/** What is asked, and where it comes from. It decides no points. */
export const programme = z.strictObject({
  requirements: z.array(requirement).max(200),
  goals: z.array(goal).max(50),
  wishes: z.array(wish).max(200),
  /** Of the programme as a whole. */
  sources,
});
export type Programme = z.infer<typeof programme>;

/** What a wish can be taken over in. */
export type TakenOverIn = 'requirements' | 'criteria' | 'goals';

/** What a wish is taken over in, of one kind. */
export const takenOverIn = ({ answer: found }: Wish, kind: TakenOverIn): readonly string[] =>
  found.kind === 'taken-over' ? (found[kind] ?? []) : [];

/** The wishes that led to something. */
export const wishesFor = ({ wishes }: Programme, kind: TakenOverIn, id: string): readonly Wish[] =>
  wishes.filter((one) => takenOverIn(one, kind).includes(id));
