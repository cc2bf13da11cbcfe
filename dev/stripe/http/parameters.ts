import { parameterInvalid, parameterMissing, parameterUnknown } from "./api-error";
import type { Value } from "./form";

/** Reads one parameter, or refuses it in Stripe's words. */
export type Reader<T> = (value: Value, name: string) => T;

type Fields = Record<string, Reader<unknown>>;
type Read<F extends Fields> = { [K in keyof F]?: ReturnType<F[K]> };

export const text: Reader<string> = (value, name) => {
  if (typeof value !== "string") throw parameterInvalid(name, `Invalid string: ${JSON.stringify(value)}`);
  if (value.length > 5000) throw parameterInvalid(name, `Invalid string: must be at most 5000 characters`);
  return value;
};

export const url: Reader<string> = (value, name) => {
  const address = text(value, name);
  // The placeholder of the session's id is not part of an address until it is filled in.
  if (URL.canParse(address.replaceAll(/[{}]/g, "")) && /^https?:/.test(address)) return address;
  throw parameterInvalid(name, "Not a valid URL", "url_invalid");
};

export const integer: Reader<number> = (value, name) => {
  if (!/^-?\d{1,15}$/.test(String(value))) {
    throw parameterInvalid(name, `Invalid integer: ${String(value)}`, "parameter_invalid_integer");
  }
  return Number(value);
};

export const flag: Reader<boolean> = (value, name) => {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw parameterInvalid(name, `Invalid boolean: ${String(value)}`);
};

export function oneOf<const T extends string>(...choices: T[]): Reader<T> {
  return (value, name) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    throw parameterInvalid(name, `Invalid ${name}: must be one of ${choices.join(", ")}`);
  };
}

export const currency: Reader<string> = (value, name) => {
  const code = text(value, name).toLowerCase();
  if (/^[a-z]{3}$/.test(code)) return code;
  throw parameterInvalid(name, `Invalid currency: ${code}.`);
};

export function list<T>(item: Reader<T>): Reader<T[]> {
  return (value, name) => {
    if (value === "") return [];
    if (!Array.isArray(value)) throw parameterInvalid(name, "Invalid array");
    return value.map((member, index) => item(member, `${name}[${index}]`));
  };
}

/** Metadata: the same limits as Stripe. An empty value takes the key away, an empty text all of them. */
export const metadata: Reader<Record<string, string>> = (value, name) => {
  if (value === "" || value === null) return {};
  if (typeof value !== "object") throw parameterInvalid(name, "Invalid object");
  const entries = Object.entries(value).map(([key, content]) => {
    if (key.length > 40) throw parameterInvalid(name, `Metadata keys can be at most 40 characters: ${key}`);
    const kept = text(content, `${name}[${key}]`);
    if (kept.length > 500) {
      throw parameterInvalid(`${name}[${key}]`, "Metadata values can have up to 500 characters");
    }
    return [key, kept] as const;
  });
  if (entries.length > 50) throw parameterInvalid(name, "Metadata can have up to 50 keys");
  return Object.fromEntries(entries);
};

/** Known to Stripe, without effect in the stand-in. */
export const ignored: Reader<Value> = (value) => value;

export function fields<F extends Fields>(known: F): Reader<Read<F>> {
  return (value, name) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      if (value === "") return {};
      throw parameterInvalid(name, "Invalid object");
    }
    const read: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) {
      const path = name === "" ? key : `${name}[${key}]`;
      const reader = Object.hasOwn(known, key) ? known[key] : undefined;
      if (!reader) throw parameterUnknown(path);
      read[key] = reader(member, path);
    }
    // Each key was read by its own reader, which is what the type says.
    return read as Read<F>;
  };
}

export const none = fields({});

const range: Reader<{ gt?: number; gte?: number; lt?: number; lte?: number } | number> = (value, name) =>
  typeof value === "object"
    ? fields({ gt: integer, gte: integer, lt: integer, lte: integer })(value, name)
    : integer(value, name);

/** What every list can be asked. */
export const paging = {
  limit: integer,
  starting_after: text,
  ending_before: text,
  created: range,
};

export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined || value === "") throw parameterMissing(name);
  return value;
}
