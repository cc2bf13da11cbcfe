import { typeid } from "typeid-js";

type Prefix =
  | "plan"
  | "purchase"
  | "challenge"
  | "session"
  | "email"
  | "audit"
  | "form"
  | "click"
  | "customer"
  | "member"
  | "run"
  | "portal"
  | "image"
  | "domain";

/** A new id that says what it names and sorts by the time it was made: `plan_01kar…`. */
export const newId = (prefix: Prefix): string => typeid(prefix).toString();

const ID = /^[a-z]+_[0-9a-z]{26}$/;

/** Whether a text from outside may be looked up as an id of this kind at all. */
export const isId = (text: string, prefix: Prefix): boolean => ID.test(text) && text.startsWith(`${prefix}_`);
