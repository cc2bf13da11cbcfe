import { parseArgs } from "node:util";
import { Mistake } from "../../dev/mistake.mjs";

/** Reads `--name 12` for the names that a command knows, as whole numbers. */
export function readOptions<Name extends string>(defaults: Record<Name, number>): Record<Name, number> {
  const names = Object.keys(defaults) as Name[];
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
  });
  const read = (name: Name): number => {
    const text = values[name];
    if (text === undefined) return defaults[name];
    if (/^\d{1,10}$/.test(String(text))) return Number(text);
    throw new Mistake(`--${name} must be a whole number, and it is "${text}".`);
  };
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, number>;
}

/** A seed for a run that was given none. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
