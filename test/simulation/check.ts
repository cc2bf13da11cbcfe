import type { Evidence, Invariant } from "./evidence";
import { ANSWERS } from "./invariants/answers";
import { COPIES } from "./invariants/copies";
import { LEDGER } from "./invariants/ledger";
import { MONEY } from "./invariants/money";
import { PARTNERS } from "./invariants/partners";
import { REVERSALS } from "./invariants/reversals";
import { SALES } from "./invariants/sales";

/** Everything that must hold once the world is quiet. A new invariant is a line in one of these lists. */
export const INVARIANTS: readonly Invariant[] = [
  ...LEDGER,
  ...ANSWERS,
  ...MONEY,
  ...REVERSALS,
  ...SALES,
  ...COPIES,
  ...PARTNERS,
];

/** Each invariant that does not hold, with why; empty when all is well. */
export const check = (evidence: Evidence): string[] =>
  INVARIANTS.flatMap(({ name, broken }) => broken(evidence).map((why) => `${name}: ${why}`));
