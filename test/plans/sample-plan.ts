import type { OfferedPlan } from "../../db/plans.server";
import { NOW } from "../sample-time";

/** The Starter Pack: 1,000 credits for $49. */
export const samplePlan = (changes: Partial<OfferedPlan> = {}): OfferedPlan => ({
  id: "plan_starter",
  partnerId: "partner_acme",
  version: 1,
  name: "Starter Pack",
  credits: 1_000,
  priceMinor: 4900,
  currency: "usd",
  description: "For a first try",
  active: true,
  popular: false,
  formId: "form_1",
  unitCostMinorPer1000: null,
  sortOrder: null,
  audience: "all",
  exception: null,
  createdAt: NOW,
  updatedAt: NOW,
  deletedAt: null,
  ...changes,
});
