import type { Step } from "./step";
import { ADJUSTING } from "./steps/adjust";
import { ASKING } from "./steps/ask";
import { BUYING } from "./steps/buy";
import { CHANGING_PLANS } from "./steps/change-plans";
import { DELIVERING } from "./steps/deliver";
import { DISTURBING } from "./steps/disturb";
import { FORGING } from "./steps/forge";
import { JUDGING } from "./steps/judge";
import { PAYING } from "./steps/pay";
import { REPAIRING } from "./steps/repair";
import { REVERSING } from "./steps/reverse";

/** Everything that can happen in a seed. A new step is a line in one of these lists. */
export const STEPS: readonly Step[] = [
  ...BUYING,
  ...PAYING,
  ...REVERSING,
  ...JUDGING,
  ...DELIVERING,
  ...ASKING,
  ...CHANGING_PLANS,
  ...ADJUSTING,
  ...REPAIRING,
  ...FORGING,
  ...DISTURBING,
];
