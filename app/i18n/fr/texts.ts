import type { Texts } from "../texts";
import type { Unit } from "../unit";
import { account } from "./account";
import { credits } from "./credits";
import { door } from "./door";
import { emails } from "./emails";
import { errors } from "./errors";
import { frame } from "./frame";
import { history } from "./history";
import { outcome } from "./outcome";
import { purchases } from "./purchases";
import { receipt } from "./receipt";
import { refusals } from "./refusals";
import { signIn } from "./sign-in";

export const french = (unit: Unit): Texts => ({
  frame: frame(unit),
  credits: credits(unit),
  history: history(),
  purchases: purchases(unit),
  outcome: outcome(unit),
  receipt: receipt(unit),
  signIn,
  emails: emails(unit),
  door,
  errors,
  account,
  refusals: refusals(unit),
});
