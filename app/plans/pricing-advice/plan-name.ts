import { type Advice, warning } from "./advice";

const GENERIC = /^(plan|option|package)\s*([0-9]+|[a-z])$/i;
const SUPERLATIVES = new Set(
  "super mega ultra max maximum hyper giga extreme ultimate supreme best biggest".split(" "),
);
const MANY_SUPERLATIVES = 3;
const LONG = 40;

/** What may be wrong with a plan's name, given the names of the partner's other plans. */
export function planName(name: string, otherNames: readonly string[]): Advice[] {
  const trimmed = name.normalize("NFC").trim();
  if (trimmed === "") return [];
  const superlatives = trimmed
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => SUPERLATIVES.has(word));
  const isTaken = otherNames.some((other) => sameName(other, trimmed));
  return [
    ...(GENERIC.test(trimmed)
      ? [warning(`“${trimmed}” is a generic name; say whom the plan is for, as Starter Pack does.`)]
      : []),
    ...(superlatives.length >= MANY_SUPERLATIVES
      ? [warning(`“${trimmed}” is a confusing name; one strong word says more than ${superlatives.length}.`)]
      : []),
    ...([...trimmed].length > LONG
      ? [warning(`The name is overly long; ${LONG} characters or fewer fit on a card.`)]
      : []),
    ...(isTaken ? [warning(`Another plan is called “${trimmed}”; give this one a name of its own.`)] : []),
  ];
}

const sameName = (one: string, other: string): boolean =>
  one.normalize("NFC").trim().toLowerCase() === other.toLowerCase();
