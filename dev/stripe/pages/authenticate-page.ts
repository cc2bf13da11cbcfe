import type { Courier } from "../delivery/courier";
import { patiently } from "../delivery/patience";
import { formatMoney } from "../money";
import { answerAuthentication } from "../payments/pay-as-buyer";
import { Scope } from "../scope";
import type { Stored } from "../storage/object-types";
import type { World } from "../world";
import { html } from "./html";
import { notFound, notice, page, redirect } from "./layout";
import { sellerOf } from "./seller";

/** The bank's own page, where a buyer proves who they are. */
export function showAuthenticatePage(world: World, id: string): Response {
  const found = waiting(world, id);
  if (found instanceof Response) return found;
  const { account, body } = found.intent;
  const amount = formatMoney(body.amount, body.currency);
  const content = html`<section class="card">
  <h1>3-D Secure</h1>
  <p>Your bank asks whether you really want to pay <strong>${amount}</strong> to ${sellerOf(world, account)}.</p>
  <form method="post" action="/c/authenticate/${id}">
    <button class="full" name="answer" value="complete">Complete authentication</button>
    <button class="full second" name="answer" value="fail">Fail authentication</button>
  </form>
</section>`;
  return page({ title: "3-D Secure" }, content);
}

export async function submitAuthenticatePage(
  world: World,
  courier: Courier,
  id: string,
  answer: "complete" | "fail",
): Promise<Response> {
  const found = waiting(world, id);
  if (found instanceof Response) return found;
  const { session, intent } = found;
  const { result, events } = world.change(() =>
    answerAuthentication(new Scope(world, intent.account), session, answer),
  );
  await patiently(courier.deliver(events));
  return redirect(result.redirect_url ?? `/c/pay/${session}`);
}

function waiting(world: World, id: string): { session: string; intent: Stored<"payment_intent"> } | Response {
  const intent = world.objects.findInAnyAccount("payment_intent", id);
  const session = intent?.hidden.session;
  if (!intent || !session) return notFound();
  if (intent.body.status === "requires_action") return { session, intent };
  return notice("Nothing to confirm", "This payment no longer waits for your bank.", {
    label: "Back to the payment",
    href: `/c/pay/${session}`,
  });
}
