import { signIn, type Town } from "./town";

/** The demo's partner who sells. */
export const ACCOUNT = "acct_1TopupAcme";

const GOOD_CARD = "4242424242424242";
export const DECLINED_CARD = "4000000000000002";
export const DISPUTED_CARD = "4000000000000259";

/** What a shopper has chosen, as Stripe knows of it. */
interface Chosen {
  sessionId: string;
  purchaseId: string;
  customerId: string;
}

interface Session {
  payment_intent: string;
  metadata: { purchase_id: string; customer_id: string };
}

/** A customer who is signed in to the portal and buys, so that the partner has something to deal with. */
export async function shopper(town: Town, email: string) {
  const page = await town.person({ javaScriptEnabled: false });
  await signIn(town, page, town.portal("acme"), email);
  const sessionOf = (id: string) => town.askStripe<Session>(ACCOUNT, `checkout/sessions/${id}`);

  const pays = ({ sessionId }: Chosen, card = GOOD_CARD) =>
    town.stripe(`sessions/${sessionId}/pay`, { card });

  async function chooses(plan: string): Promise<Chosen> {
    await page.goto(`${town.portal("acme")}/credits`);
    await page.getByRole("button", { name: `Purchase ${plan}` }).click();
    const sessionId = /cs_[A-Za-z0-9_]+/.exec(page.url())?.[0] ?? "";
    const { metadata } = await sessionOf(sessionId);
    return { sessionId, purchaseId: metadata.purchase_id, customerId: metadata.customer_id };
  }

  return {
    chooses,
    pays,
    async buys(plan: string): Promise<Chosen> {
      const chosen = await chooses(plan);
      await pays(chosen);
      return chosen;
    },
    /** Pays, and what Stripe tells of it gets lost. */
    async buysUnheard(plan: string): Promise<void> {
      const chosen = await chooses(plan);
      await town.stripe("faults", { action: "drop", type: "checkout.session.completed", times: 1 });
      await pays(chosen);
    },
    async isRefunded({ sessionId }: Chosen): Promise<void> {
      const { payment_intent } = await sessionOf(sessionId);
      await town.stripe(`payments/${payment_intent}/refund`, {});
    },
  };
}
