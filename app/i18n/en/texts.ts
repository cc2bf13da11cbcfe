import type { Unit } from "../unit";
import { errors } from "./errors";
import { frame } from "./frame";
import { refusals } from "./refusals";

export const english = (unit: Unit) => ({
  frame: frame(unit),
  errors,
  refusals: refusals(unit),
});
