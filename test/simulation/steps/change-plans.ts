import { newId } from "../../../app/ids";
import { createPlan } from "../../../app/plans/create-plan.server";
import { deletePlan } from "../../../app/plans/delete-plan.server";
import { editPlan } from "../../../app/plans/edit-plan.server";
import type { PlanDraft } from "../../../app/plans/plan";
import { stampOf } from "../../../app/plans/plan-edit";
import { switchPlanActive, switchPlanPopular } from "../../../app/plans/switch-plan.server";
import { type CreditPlan, listPlans } from "../../../db/plans.server";
import type { Random } from "../random";
import type { Shop } from "../shop";
import type { Step } from "../step";
import type { World } from "../world";

function somePlan(random: Random): PlanDraft {
  return {
    name: `Pack ${random.between(1, 99)}`,
    credits: random.between(1, 10_000),
    priceMinor: random.between(100, 50_000),
    currency: "usd",
    description: "",
    active: random.chance(0.8),
    popular: random.chance(0.4),
    unitCostMinorPer1000: null,
    audience: "all",
  };
}

export async function offerPlan(world: World, shop: Shop): Promise<string | null> {
  const draft = somePlan(world.random);
  const made = await world.attempt(() => createPlan(world.asPartner(shop), draft, newId("form")));
  return `${draft.credits} for ${draft.priceMinor}: ${made ?? "no answer"}`;
}

/** One of a shop's plans, as the page showed it that the partner clicks on. */
async function choosePlan(world: World): Promise<{ shop: Shop; plan: CreditPlan } | null> {
  const shop = world.random.oneOf(world.shops)!;
  const plans = await listPlans(world.db, shop.partner.id);
  const inOrderOfCreation = plans.sort((one, other) => one.createdAt - other.createdAt);
  const plan = world.random.oneOf(inOrderOfCreation);
  return plan ? { shop, plan } : null;
}

async function changeOne(
  world: World,
  change: (shop: Shop, plan: CreditPlan) => Promise<unknown>,
): Promise<string | null> {
  const chosen = await choosePlan(world);
  if (!chosen) return null;
  await world.attempt(() => change(chosen.shop, chosen.plan));
  return "";
}

export const CHANGING_PLANS: Step[] = [
  { name: "create a plan", weight: 2, run: (world) => offerPlan(world, world.random.oneOf(world.shops)!) },
  {
    name: "edit a plan",
    weight: 4,
    run(world) {
      const draft = somePlan(world.random);
      return changeOne(world, (shop, plan) => editPlan(world.asPartner(shop), plan, draft, stampOf(plan)));
    },
  },
  {
    name: "switch a plan on or off",
    weight: 3,
    run(world) {
      const to = world.random.chance(0.6);
      return changeOne(world, (shop, plan) => switchPlanActive(world.asPartner(shop), plan.id, to));
    },
  },
  {
    name: "move the badge",
    weight: 2,
    run: (world) => changeOne(world, (shop, plan) => switchPlanPopular(world.asPartner(shop), plan.id, true)),
  },
  {
    name: "delete a plan",
    weight: 1,
    run: (world) => changeOne(world, (shop, plan) => deletePlan(world.asPartner(shop), plan.id)),
  },
];
