import type { CreditPlan } from "../../../db/plans.server";

/** One sentence about a price, a name or a set of plans, with what to do. It never keeps anybody from saving. */
export interface Advice {
  tone: "danger" | "warning" | "hint";
  text: string;
  /** Ids of the plans that it compares. */
  about: readonly string[];
}

/** What a plan must say of itself to be compared with others. */
export type ComparedPlan = Pick<CreditPlan, "id" | "name" | "credits" | "priceMinor" | "currency" | "active">;

export const hint = (text: string): Advice => ({ tone: "hint", text, about: [] });
export const warning = (text: string, about: readonly string[] = []): Advice => ({
  tone: "warning",
  text,
  about,
});
export const danger = (text: string): Advice => ({ tone: "danger", text, about: [] });

/** The plans that customers choose from, the fewest credits first. */
export const activeBySize = <P extends ComparedPlan>(plans: readonly P[]): P[] =>
  plans
    .filter(({ active }) => active)
    .toSorted((a, b) => a.credits - b.credits || a.priceMinor - b.priceMinor);
