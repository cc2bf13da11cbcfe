import type { Texts } from "../texts";
import type { Unit } from "../unit";
import { account } from "./account";
import { emails } from "./emails";
import { errors } from "./errors";
import { frame } from "./frame";
import { refusals } from "./refusals";

export const german = (unit: Unit): Texts => ({
  frame: frame(unit),
  emails: emails(unit),
  errors,
  account,
  refusals: refusals(unit),
});
