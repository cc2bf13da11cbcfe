import type { CreditPlan } from "../../db/plans.server";
import { minorToDecimal } from "../money";
import { type PlanDraft, type PlanFormValues, USUAL_MARGIN } from "./plan";

/** A plan as its form shows it. */
export const valuesOf = (plan: CreditPlan): PlanFormValues => ({
  name: plan.name,
  credits: String(plan.credits),
  price: minorToDecimal(plan.priceMinor, plan.currency),
  currency: plan.currency,
  unitCost:
    plan.unitCostMinorPer1000 === null ? "" : minorToDecimal(plan.unitCostMinorPer1000, plan.currency),
  margin: USUAL_MARGIN,
  description: plan.description,
  active: plan.active,
  popular: plan.popular,
  audience: plan.audience,
});

/**
 * What a form was filled from: "3-active". The switches belong to it, because they change no version and a form
 * that was opened before they did would set them back; so does the audience.
 */
export const stampOf = ({ version, active, popular, audience }: CreditPlan): string =>
  [String(version), active && "active", popular && "popular", audience === "selected" && audience]
    .filter(Boolean)
    .join("-");

export const saysTheSame = (plan: CreditPlan, draft: PlanDraft): boolean =>
  plan.name === draft.name &&
  plan.credits === draft.credits &&
  plan.priceMinor === draft.priceMinor &&
  plan.currency === draft.currency &&
  plan.unitCostMinorPer1000 === draft.unitCostMinorPer1000 &&
  plan.description === draft.description &&
  plan.active === draft.active &&
  plan.popular === draft.popular &&
  plan.audience === draft.audience;
