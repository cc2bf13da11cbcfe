import { deliverDueEmails } from "../../../app/email/deliver-due-emails.server";
import { refreshPurchase } from "../../../app/purchases/refresh-purchase.server";
import { sweepPurchases } from "../../../app/purchases/sweep-purchases.server";
import type { Step } from "../step";

export const ASKING: Step[] = [
  {
    name: "come back from Stripe",
    weight: 8,
    async run(world) {
      const checkout = world.random.oneOf(world.checkouts);
      if (!checkout) return null;
      const { customer, purchaseId } = checkout;
      const found = await world.attempt(() => refreshPurchase(world.asCustomer(customer), purchaseId));
      return `checkout ${world.checkouts.indexOf(checkout)} is ${found?.purchase.state ?? "not known"}`;
    },
  },
  {
    name: "sweep",
    weight: 3,
    async run(world) {
      await world.attempt(() => sweepPurchases(world.context));
      return "";
    },
  },
  {
    name: "send what is due",
    weight: 3,
    async run(world) {
      await world.attempt(() => deliverDueEmails(world.context.db, world.context.settings));
      return "";
    },
  },
];
