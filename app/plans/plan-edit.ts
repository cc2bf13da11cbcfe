import type { CreditPlan } from "../../db/plans.server";
import { minorToDecimal } from "../money";
import type { PlanDraft, PlanFormValues } from "./plan";

/** A plan as its form shows it. */
export const valuesOf = (plan: CreditPlan): PlanFormValues => ({
  name: plan.name,
  credits: String(plan.credits),
  price: minorToDecimal(plan.priceMinor, plan.currency),
  description: plan.description,
  active: plan.active,
  popular: plan.popular,
});

/**
 * What a form was filled from: "3-active". The switches belong to it, because they change no version and a form
 * that was opened before they did would set them back.
 */
export const stampOf = ({ version, active, popular }: CreditPlan): string =>
  [String(version), active && "active", popular && "popular"].filter(Boolean).join("-");

export const saysTheSame = (plan: CreditPlan, draft: PlanDraft): boolean =>
  plan.name === draft.name &&
  plan.credits === draft.credits &&
  plan.priceMinor === draft.priceMinor &&
  plan.description === draft.description &&
  plan.active === draft.active &&
  plan.popular === draft.popular;
